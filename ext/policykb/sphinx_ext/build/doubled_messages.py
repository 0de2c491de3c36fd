"""One mistake, one message: what Sphinx and MyST say of a line that the checker has reported.

They say it when a page is read or written, and not at all when it is neither; the checker says it
in every build.
"""

import logging
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.logging import NAMESPACE, get_node_location

from policykb.sphinx_ext.build import site_config
from policykb.sphinx_ext.shared import state

DOUBLED = frozenset(
    {
        "image.not_readable",
        "myst.directive_option",
        "myst.xref_missing",
        "ref.doc",
        "ref.footnote",
        "ref.ref",
        "ref.term",
    }
)
"""Types of messages about links, images and options, which rules of the 6xx and 7xx families
find too."""


class Doubled(logging.Filter):
    """Keeps back a message of those types where a finding stands on the same line."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self.app = app

    def filter(self, record: logging.LogRecord) -> bool:
        """False for a message that says a finding again."""
        kind = f"{getattr(record, 'type', '')}.{getattr(record, 'subtype', '')}"
        if kind in site_config.SUPPRESSED and self._is_ours(record):
            return False
        if kind == "toc.not_readable":
            # Sphinx names the line of the directive, the checker that of the entry.
            return self._place(record)[0] not in {path for path, _ in self._found("PKB602")}
        if kind == "docutils." and "Unknown target name" in record.getMessage():
            kind = "ref.footnote"
        return kind not in DOUBLED or self._place(record) not in self._found("PKB6", "PKB7")

    def _place(self, record: logging.LogRecord) -> tuple[str, int]:
        place = getattr(record, "location", None)
        if isinstance(place, nodes.Node):
            place = get_node_location(place)
        if isinstance(place, str) and place in self.app.env.found_docs:
            place = (str(self.app.env.doc2path(place)), 0)
        elif isinstance(place, str):
            path, _, line = place.rpartition(":")
            place = (path, int(line)) if line.isdigit() else (place, 0)
        elif isinstance(place, tuple) and place[0]:
            place = (str(self.app.env.doc2path(place[0])), place[1] or 0)
        else:
            return "", 0
        root, file = state.of(self.app).root, Path(place[0]).resolve()
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else "", place[1]

    def _is_ours(self, record: logging.LogRecord) -> bool:
        """Whether a message is about a page of the base: each that is in no toctree has one."""
        known = state.of(self.app)
        if getattr(record, "location", None) in known.pages:
            return True
        path = self._place(record)[0]
        return path.startswith(f"{known.settings.docs.rstrip('/')}/")

    def _found(self, *codes: str) -> set[tuple[str, int]]:
        """Where findings stand whose codes begin so."""
        report = state.of(self.app).report
        found = report.diagnostics if report else ()
        return {(item.path, item.line) for item in found if item.code.startswith(codes)}


def listen(app: Sphinx) -> None:
    """Come before the filter that counts warnings. What is told only where somebody asks for more
    words, such as each event of each page, is not said at all where nobody does."""
    logger = logging.getLogger(NAMESPACE)
    if app.verbosity <= 0:
        silent = app.quiet and not state.of(app).is_guest
        logger.setLevel(logging.WARNING if silent else logging.INFO)
    for handler in logger.handlers:
        handler.filters.insert(0, Doubled(app))


def setup(app: Sphinx) -> None:
    """From the first page on."""
    app.connect("builder-inited", listen)
