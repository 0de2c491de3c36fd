"""Find records by any of their names, and passages of sources by their words."""
