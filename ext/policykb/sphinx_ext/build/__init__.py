"""A build: configuration, findings, articles, generated pages, what to write again."""
