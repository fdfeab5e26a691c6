"""Text in, text out: no disk, no screen."""
