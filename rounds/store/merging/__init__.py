"""What others wrote into the file while an evening runs."""
