"""Random evenings: seeded keys press the real program, and what is left behind is looked at."""
