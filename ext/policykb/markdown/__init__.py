"""Markdown pages to raw records, with a place for every field."""
