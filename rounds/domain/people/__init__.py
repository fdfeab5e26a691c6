"""Who is on the roster, and how a person is found and typed."""
