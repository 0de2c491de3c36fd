"""Directives and roles of records, and the articles they become."""
