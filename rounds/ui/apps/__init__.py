"""The programs in a terminal: put together, run, and ended in order."""
