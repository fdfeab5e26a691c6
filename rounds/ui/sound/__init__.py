"""The sounds of a round: when they are due, and how the system plays them."""
