"""How a text is taken from each kind of file: one module a kind, which declares ``FORMAT`` and
stands in `policykb.documents.format.MODULES`.
"""
