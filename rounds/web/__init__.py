"""The phones of the participants: a page, and the server that answers it."""
