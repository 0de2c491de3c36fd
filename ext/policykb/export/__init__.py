"""The whole base for other programs: a format is one module that declares its ``EXPORT``.

The other modules are what formats, schemas and the site share.
"""
