"""The difference between two states of a base, in the terms of its records."""
