"""The checker's findings in a build, through Sphinx's logger: cold, warm and unchanged alike.

One mistake, one message: what Sphinx and MyST say of a line that the checker has reported is kept
back. They say it when a page is read or written, and not at all when it is neither.
"""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import NAMESPACE, get_node_location, getLogger, is_suppressed_warning

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.report.text import in_line
from policykb.sphinx_ext.build import site_config, two_readers
from policykb.sphinx_ext.shared import notes, state
from policykb.text.counted import counted

LOGGER = getLogger(__name__)
TYPE = "policykb"
_NAMED = ("PKB1", "PKB602", "PKB7")
"""Beginnings of the codes that tell what a build holds back."""


def report(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Log every error and warning as a Sphinx warning, which ``suppress_warnings`` takes by
    ``policykb.CODE``, and how many notes there are; an error also fails the build where ``-W`` was
    not given."""
    state.base_of(app)
    found = state.of(app).report
    assert found is not None
    for item in found.diagnostics:
        if item.severity is not Severity.NOTE:
            _log(app, item)
    notes_left = found.count(Severity.NOTE)
    if notes_left:
        LOGGER.info("%s: policykb check --notes shows them", counted(notes_left, "note"))
    _backstop(app, env, [*found.diagnostics, *found.hidden])
    _unknown_elsewhere(app, env)
    _compare(app, env, [*found.diagnostics, *found.hidden])
    return []


def _log(app: Sphinx, item: Diagnostic) -> None:
    location = f"{item.path}:{item.line}:{item.col}"
    lines = [f"{item.name}: {item.message}"]
    if item.help:
        lines.append(f"  help: {item.help}")
    for other in item.related:
        lines.append(f"  see: {other.path}:{other.line}:{other.col}: {other.message}")
    message = "\n".join(map(in_line, lines))
    _say(LOGGER.warning, message, item.code, location)
    suppressed = is_suppressed_warning(TYPE, item.code, app.config.suppress_warnings)
    if item.severity is Severity.ERROR and not suppressed:
        app.statuscode = 1


def _backstop(app: Sphinx, env: BuildEnvironment, found: list[Diagnostic]) -> None:
    """Report what the build held back and no rule named, so that nothing vanishes silently."""
    known = state.of(app)
    named = {(item.path, item.line) for item in found if item.code.startswith(_NAMED)}
    for docname, noted in sorted(notes.all_of(env).items()):
        for line, words in noted.blocked:
            path = Path(os.path.relpath(env.doc2path(docname), known.root)).as_posix()
            if (path, line) not in named:
                said = f"pages may not use {in_line(words)}: it is left out"
                _say(LOGGER.warning, said, "blocked", f"{path}:{line}")


def _unknown_elsewhere(app: Sphinx, env: BuildEnvironment) -> None:
    """Report references to no record on pages of another project, which the checker does not
    read."""
    known, base = state.of(app), state.base_of(app)
    for docname, noted in sorted(notes.all_of(env).items()):
        for target, line in noted.references.items():
            if known.is_ours(docname) or target in base.by_id:
                continue
            path = Path(os.path.relpath(env.doc2path(docname), known.root)).as_posix()
            near = base.nearest(target)
            hint = f"; did you mean {near.id} (“{near.title}”)?" if near else ""
            said = in_line(f"there is no record {target}{hint}")
            _say(LOGGER.warning, said, "reference", f"{path}:{line}")


def _compare(app: Sphinx, env: BuildEnvironment, found: list[Diagnostic]) -> None:
    """Fail the build where it made other records than those that were checked."""
    for path, line, words in two_readers.differences(app, env, found):
        said = (
            f"{in_line(words)}. What is checked and what is published differ; put the record where "
            "both read it: at the beginning of a line, outside of other blocks"
        )
        _say(LOGGER.error, said, "readers", f"{path}:{line}")
        app.statuscode = 1


def _say(log: Callable[..., object], message: str, subtype: str, location: str) -> None:
    log(message, type=TYPE, subtype=subtype, location=in_line(location))


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
