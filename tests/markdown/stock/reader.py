"""Stock MyST and sphinx-needs, which know nothing of policykb but the names of its types, and that
evidence is a block of text with options.

``python -m tests.markdown.stock.reader EXTENSION …`` reads pages by name as JSON from its input,
and writes of each what it makes: the needs, and what is said of it.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx_needs.data import SphinxNeedsData

from policykb.model import EVIDENCE_OPTIONS
from policykb.sphinx_ext.build.needs_config import need_fields, need_links, need_types
from policykb.sphinx_ext.build.two_readers import of_need
from policykb.sphinx_ext.shared.notes import Seen

_PLACE = re.compile(r"docs/(?P<name>[^:\n]+?)(?::[0-9]+)?: (?:WARNING|ERROR|CRITICAL)")
quoted: list[tuple[str, Seen]] = []
"""Evidence, with the page that it stands in."""


class Evidence(Directive):
    """Remembers what stands in it."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(EVIDENCE_OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Leave nothing in the page."""
        source = "".join(self.arguments)
        seen = seen_evidence(source, "\n".join(self.content), self.lineno, self.options)
        quoted.append((self.state.document.settings.env.docname, seen))
        return []


def seen_evidence(source: str, text: str, line: int, options: Mapping[str, str]) -> Seen:
    """Evidence in the form in which records are compared."""
    return Seen(source, "evidence", text.strip(), line, tuple(sorted(options.items())))


class Made(NamedTuple):
    """The needs and the evidence of a page, and whether anything was said of it."""

    needs: list[Seen]
    warned: bool


def read(pages: Mapping[str, str], extensions: Iterable[str], root: Path) -> dict[str, Made]:
    """Read pages in a process of their own."""
    command = [sys.executable, "-m", "tests.markdown.stock.reader", *extensions]
    run = subprocess.run(
        command, cwd=root, input=json.dumps(pages), capture_output=True, text=True, check=True
    )
    made = {}
    for name, (needs, warned) in json.loads(run.stdout).items():
        seen = [
            Seen(ident, kind, title, line, tuple((key, text) for key, text in fields))
            for ident, kind, title, line, fields in needs
        ]
        made[name] = Made(seen, warned)
    return made


def _build(folder: Path, extensions: list[str]) -> tuple[Sphinx, str]:
    said = io.StringIO()
    settings: dict[str, Any] = {
        "extensions": ["myst_parser", "sphinx_needs"],
        "myst_enable_extensions": ["colon_fence", *extensions],
        "myst_heading_anchors": 4,
        "needs_types": need_types(),
        "needs_fields": need_fields(),
        "needs_links": need_links(),
        "needs_id_required": True,
        "suppress_warnings": ["toc.not_included", "misc.highlighting_failure", "myst.header"],
        "source_suffix": {".md": "markdown"},
    }
    app = Sphinx(
        *(folder / "docs", None, folder / "out", folder / "trees", "dummy", settings),
        status=None,
        warning=said,
    )
    app.add_directive("evidence", Evidence)
    app.build()
    return app, said.getvalue()


def main(extensions: list[str]) -> None:
    """Read what comes in, and write what is made of it."""
    pages: dict[str, str] = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        docs = Path(name, "docs")
        docs.mkdir()
        for path, text in pages.items():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            (docs / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        (docs / "index.md").write_text("# Index\n", "utf-8")
        # A type of records has the name of a directive of Sphinx, which would come before it.
        del StandardDomain.directives["program"]
        app, said = _build(Path(name), extensions)
        blamed = {found["name"] for found in _PLACE.finditer(re.sub(r"\x1b\[[0-9;]*m", "", said))}
        made: dict[str, tuple[list[Seen], bool]] = {path: ([], path in blamed) for path in pages}
        for need in SphinxNeedsData(app.env)._env_needs.values():
            made[f"{need['docname']}.md"][0].append(of_need(need))
        for docname, seen in quoted:
            made[f"{docname}.md"][0].append(seen)
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
