"""What is said of a plan: reasons, broken rules, differences."""
