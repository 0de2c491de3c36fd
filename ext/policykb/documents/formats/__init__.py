"""How a text is taken from each kind of file: one module a kind, which has a function ``read``
and stands in `policykb.documents.format.MODULES`.
"""
