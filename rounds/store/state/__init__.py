"""The program's own private files."""
