"""The checker's findings in a build, through Sphinx's logger: cold, warm and unchanged alike."""

import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.logging import is_suppressed_warning

from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.report.text import in_line
from policykb.sphinx_ext.build import two_readers
from policykb.sphinx_ext.shared import notes, state
from policykb.text.counted import counted

LOGGER = logging.getLogger(__name__)
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
    LOGGER.warning(message, type=TYPE, subtype=item.code, location=in_line(location))
    if item.severity is Severity.ERROR and not _is_suppressed(app, item.code):
        app.statuscode = 1


def _backstop(app: Sphinx, env: BuildEnvironment, found: list[Diagnostic]) -> None:
    """Report what the build held back and no rule named, so that nothing vanishes silently."""
    known = state.of(app)
    named = {(item.path, item.line) for item in found if item.code.startswith(_NAMED)}
    for docname, noted in sorted(notes.all_of(env).items()):
        path = Path(os.path.relpath(env.doc2path(docname), known.root)).as_posix()
        for line, words in noted.blocked:
            if (path, line) not in named:
                LOGGER.warning(
                    "pages may not use %s: it is left out",
                    in_line(words),
                    type=TYPE,
                    subtype="blocked",
                    location=in_line(f"{path}:{line}"),
                )


def _compare(app: Sphinx, env: BuildEnvironment, found: list[Diagnostic]) -> None:
    """Fail the build where it made other records than those that were checked."""
    for path, line, words in two_readers.differences(app, env, found):
        LOGGER.error(
            "%s. What is checked and what is published differ; put the record where both read it: "
            "at the beginning of a line, outside of other blocks",
            in_line(words),
            type=TYPE,
            subtype="readers",
            location=in_line(f"{path}:{line}"),
        )
        app.statuscode = 1


def _is_suppressed(app: Sphinx, code: str) -> bool:
    return is_suppressed_warning(TYPE, code, app.config.suppress_warnings)


def setup(app: Sphinx) -> None:
    """``env-updated`` comes in every build, under every builder, in the main process."""
    app.connect("env-updated", report, priority=900)
