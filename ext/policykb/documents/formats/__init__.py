"""How a text is taken from each kind of file: one module a kind, found and not listed.

Each declares ``FORMAT``.
"""
