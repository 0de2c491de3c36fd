"""Content is data: what pages may use, and what makes the rest inert."""
