"""Quotations and sources: where a quotation stands, and what it shows."""
