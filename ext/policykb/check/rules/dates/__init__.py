"""Rules about dates and reviews."""
