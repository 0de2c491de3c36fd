"""Parts of drawings: boxes in columns, widths of words, a record's links."""
