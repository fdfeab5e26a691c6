"""The questions that a screen asks."""
