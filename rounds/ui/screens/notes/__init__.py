"""The notes that participants write after a round."""
