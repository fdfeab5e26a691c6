"""Rounds runs speed-networking evenings from a laptop on a projector."""
