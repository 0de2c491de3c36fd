"""Rules about names of records."""
