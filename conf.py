"""Sphinx configuration: what belongs to this knowledge base alone. The rest the plugin sets."""

project = "Biopharma policy in Japan"
author = "The contributors"
language = "en"
extensions = ["myst_parser", "sphinx_needs", "policykb"]
