"""Cells, colours, big letters and digits."""
