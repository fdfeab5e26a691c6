"""Makes people of the rows of a list."""
