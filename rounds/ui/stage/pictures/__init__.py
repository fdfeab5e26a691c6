"""The pictures of the evening, one module for each."""
