"""An event file kept in step with the event of the evening."""
