"""What an evening is: pure values and functions. No disk, no terminal, no clock, no language."""
