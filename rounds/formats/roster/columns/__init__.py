"""Finds out what the columns of a list hold."""
