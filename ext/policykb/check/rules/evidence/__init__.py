"""Rules about quotations and what they show."""
