"""A plan and what was checked about it, as text."""
