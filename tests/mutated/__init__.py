"""Files that nobody means, and what the program answers to them."""
