"""A file read, and what is wrong with it in a host's words."""
