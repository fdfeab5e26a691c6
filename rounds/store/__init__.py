"""The disk: nobody else opens the host's files."""
