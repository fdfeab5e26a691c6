"""The projector's pictures."""
