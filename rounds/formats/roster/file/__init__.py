"""Reads the rows of a list, whatever kind of file it is."""
