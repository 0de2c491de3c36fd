"""One output format per file; each has ``render(report, base) -> str``."""
