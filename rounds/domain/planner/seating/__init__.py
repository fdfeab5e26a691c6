"""Seats and tables of the pairings, and who listens first."""
