"""What the check read and what the build made of it, held against each other in every build.

Two programs read each page: the checker, and MyST with sphinx-needs. Where they differ in a record
that no finding explains, the site and the exports would tell two things; that is an error.
"""

import re
from collections.abc import Iterable, Iterator
from operator import is_
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx_needs.data import SphinxNeedsData

from policykb.base.entry import Entry
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.model import TYPES
from policykb.sphinx_ext.shared import notes, state
from policykb.sphinx_ext.shared.notes import Fields, Seen, filled, joined
from policykb.text.separators import READ_AS


def of_need(need: Any) -> Seen:
    """A record as sphinx-needs has it."""
    fields = {}
    for name in TYPES[need["type"]].specs:
        value = need[name] if name not in ("id", "title") else None
        if value is not None and value not in ("", []):
            fields[name] = ",".join(sorted(value)) if isinstance(value, list) else str(value)
    return Seen(need["id"], need["type"], need["title"], need["lineno"], filled(fields))


def of_entry(entry: Entry) -> Seen:
    """A record as the checker has it, in the form in which sphinx-needs keeps it."""
    title = entry.title.translate(READ_AS).strip()
    return Seen(entry.id, entry.type, title, entry.raw.line, _fields(entry))


def _fields(entry: Entry) -> Fields:
    fields = {}
    for name, spec, text in entry.filled():
        if name == "id":
            continue
        if name in entry.bad and spec.is_link:
            # An error for the checker; sphinx-needs takes a semicolon and a bar for a comma.
            fields[name] = joined(re.split("[,;|]", text))
        elif spec.is_link:
            fields[name] = ",".join(sorted(entry.links[name]))
        elif name == "tags":
            fields[name] = joined(text.replace(";", ",").split(","))
        else:
            fields[name] = text
    return filled(fields)


def differences(
    app: Sphinx, env: BuildEnvironment, found: Iterable[Diagnostic]
) -> Iterator[tuple[str, int, str]]:
    """Where the two differ, on pages of which the checker says no error: the path, the line, and
    what is said."""
    known = state.of(app)
    blamed = {item.path for item in found if item.severity is Severity.ERROR}
    needs = _needs(app, env)
    for docname, page in known.pages.items():
        if page.path in blamed or docname not in env.found_docs:
            continue
        read = (*needs.get(docname, ()), None, *known.records_of(docname))
        agreed = known.agreed.get(docname, ())
        if len(read) == len(agreed) and all(map(is_, read, agreed)):
            continue
        said = [*_differences(needs.get(docname, ()), known.records_of(docname))]
        if not said:
            known.agreed[docname] = read
        yield from ((page.path, line, words) for line, words in said)


def _differences(needs: Iterable[Any], entries: Iterable[Entry]) -> Iterator[tuple[int, str]]:
    seen = (one if isinstance(one, Seen) else of_need(one) for one in needs)
    theirs = {one.id: one for one in seen}
    mine = {entry.id: of_entry(entry) for entry in entries}
    for ident in sorted(theirs.keys() | mine.keys()):
        words = difference(mine.get(ident), theirs.get(ident))
        if words:
            yield (mine.get(ident) or theirs[ident]).line, f"{ident}: {words}"


def _needs(app: Sphinx, env: BuildEnvironment) -> dict[str, list[Any]]:
    """The needs of our types on our pages, by docname."""
    if state.of(app).is_guest:
        return {docname: [*noted.records] for docname, noted in notes.all_of(env).items()}
    found: dict[str, list[Any]] = {}
    for need in SphinxNeedsData(env)._env_needs.values():
        docname = need["docname"]
        if need["type"] in TYPES and docname is not None and docname in state.of(app).pages:
            found.setdefault(docname, []).append(need)
    return found


def difference(mine: Seen | None, theirs: Seen | None) -> str:
    """What two readings of a record differ in, in words; empty where they do not."""
    if mine is None:
        return "the build reads a record here that the check does not see"
    if theirs is None:
        return "the check reads a record here that the build does not make"
    for what, one, other in (
        ("the type", mine.type, theirs.type),
        ("the title", mine.title, theirs.title),
        ("the line", mine.line, theirs.line),
    ):
        if one != other:
            return f"the check reads {what} as {one}, the build as {other}"
    ours, built = dict(mine.fields), dict(theirs.fields)
    for name in sorted(ours.keys() | built.keys()):
        if ours.get(name) != built.get(name):
            return (
                f"the check reads {name} as “{ours.get(name, '')}”, the build as "
                f"“{built.get(name, '')}”"
            )
    return ""
