"""What the room may see, and what the host is told, as values and sentences."""
