"""Findings and help while a page is being written, over the Language Server Protocol (an extra)."""
