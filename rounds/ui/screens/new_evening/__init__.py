"""The questions about a new evening, one step after the other."""
