"""What a host says about a new evening, and what becomes of it."""
