"""Parts of drawings: widths of words, a record's links."""
