"""Source documents: their text, its paragraphs, and quotations found in them."""
