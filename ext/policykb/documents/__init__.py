"""Documents as sources: take the text from a PDF, a Word file, a web page or a message.

Nothing that checks a base imports it: its libraries are those of the extra ``documents``.
"""
