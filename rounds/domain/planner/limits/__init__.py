"""What no plan can do better, and whether there is a plan at all."""
