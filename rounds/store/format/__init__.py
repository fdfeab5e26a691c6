"""The text of an event file: the host's part, the marker, the record."""
