"""An evening as it runs: the clock, the rounds, the seats, the tables and the end."""
