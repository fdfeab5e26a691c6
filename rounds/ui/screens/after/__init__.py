"""The host's desk in the days after: what is due, the people, and what may become of it."""
