"""The form of one note: its lines, its choices, its draft."""
