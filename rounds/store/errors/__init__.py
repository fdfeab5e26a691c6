"""What is wrong in an event file, and where it stands there."""
