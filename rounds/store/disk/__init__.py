"""Files written whole, locked, and what a failing disk says."""
