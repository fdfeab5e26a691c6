"""How the host is asked something, and answers with a key."""
