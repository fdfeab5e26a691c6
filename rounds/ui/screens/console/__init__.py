"""The host's console: a screen, its two panels, and the keys for people and for the plan."""
