"""Strings, whatever they mean: safe to show, broken to a width, spelled one way."""
