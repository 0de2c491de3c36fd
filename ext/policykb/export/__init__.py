"""The whole base for other programs: one format per module, each with ``render(base)``."""
