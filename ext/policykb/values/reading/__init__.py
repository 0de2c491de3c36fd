"""Readers of values in texts: each finds every value of its type, linear in the text."""
