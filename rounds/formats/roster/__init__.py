"""A roster out of a spreadsheet."""
