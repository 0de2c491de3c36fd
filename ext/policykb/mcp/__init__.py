"""The base for programs that write drafts, over the Model Context Protocol (an extra)."""
