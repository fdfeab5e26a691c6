"""Who meets whom: the planner."""
