"""Rules about the base as a whole."""
