"""An evening at high speed, in a terminal or as lines."""
