"""The pair history as a file, in several forms."""
