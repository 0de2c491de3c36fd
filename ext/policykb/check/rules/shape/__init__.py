"""Rules about the form of pages and records."""
