"""The roster, the presence of people, and how a person is typed and found."""
