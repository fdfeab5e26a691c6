"""The phones of the participants: what they are answered, and who may ask for it."""
