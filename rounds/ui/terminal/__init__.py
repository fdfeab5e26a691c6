"""What lies between the terminal and Textual: its input, its driver, its environment."""
