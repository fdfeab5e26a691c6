"""The programs with a screen: each puts its parts together, runs, and returns an exit status."""
