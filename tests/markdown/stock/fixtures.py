"""The texts that the makers of markdown-it-py test it with, CommonMark's examples among them.

``python -m tests.markdown.stock.fixtures`` fetches the source package into ``_build``, where it
stays: it is no part of the project.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

FOLDER = "_build/fixtures"
_PART = re.compile(r"^\.\n(.*?)^\.\n.*?^\.$", re.MULTILINE | re.DOTALL)


def fetch(root: Path) -> None:
    """Fetch the package that is installed, as source."""
    name = f"markdown-it-py=={version('markdown-it-py')}"
    words = ["download", "-q", "--no-deps", "--no-binary", "markdown-it-py"]
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "pip", *words, "-d", str(folder), name], check=True)


def texts(root: Path) -> list[str]:
    """The texts of the package that was fetched; none where none was."""
    found: list[str] = []
    for path in sorted((root / FOLDER).glob("*.tar.gz")):
        with tarfile.open(path) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None and member.name.endswith("/commonmark.json"):
                    found += [one["markdown"] for one in json.load(file)]
                elif file is not None and "/fixtures/" in member.name:
                    found += _PART.findall(file.read().decode("utf-8"))
    return [text for text in dict.fromkeys(found) if text.strip()]


if __name__ == "__main__":
    fetch(Path(__file__).parents[3])
