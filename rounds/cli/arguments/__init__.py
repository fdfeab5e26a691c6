"""The arguments of each command, by when a host needs it: before, during, after the evening."""
