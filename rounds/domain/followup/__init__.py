"""What comes after the evening: who may reach whom, and what is to be done on which day."""
