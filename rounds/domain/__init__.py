"""The evening as pure values and functions: no disk, terminal, clock or language."""
