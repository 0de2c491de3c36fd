"""The knowledge base in memory: settings, records with their links, names, briefs."""
