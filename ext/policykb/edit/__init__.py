"""Fixes that rules propose, applied to files without harming anything else in them."""
