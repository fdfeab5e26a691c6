"""Reads rosters that were saved by spreadsheet programs."""
