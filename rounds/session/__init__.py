"""An open event: the only place where it changes."""
