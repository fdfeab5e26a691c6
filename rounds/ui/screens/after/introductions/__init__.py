"""Introductions: the tab, what can be done about one, and what is said of it."""
