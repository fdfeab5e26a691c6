"""The first screen of `rounds` alone."""
