"""Directives and roles of records, and the domain that has them."""
