"""A build: configuration, findings, generated pages, what to write again."""
