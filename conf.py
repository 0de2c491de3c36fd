"""Sphinx configuration: what belongs to this knowledge base alone. The rest the plugin sets."""

import os
import sys
from pathlib import Path

# The package's own drawing of itself is made from the code beside this file.
sys.path.insert(0, str(Path(__file__).parent / "ext"))

project = "Biopharma policy in Japan"
author = "The contributors"
language = "en"
# Where the site will stand, as the workflow that publishes it knows it.
html_baseurl = os.environ.get("SITE_ADDRESS", "")
extensions = ["myst_parser", "sphinx_needs", "policykb", "architecture"]
smartquotes = False  # an apostrophe is the same in a text, a title and a citation
