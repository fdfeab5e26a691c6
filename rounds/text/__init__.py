"""Functions of strings, whatever they mean: safety, width, lines, one spelling."""
