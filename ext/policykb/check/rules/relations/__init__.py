"""Rules about links between records."""
