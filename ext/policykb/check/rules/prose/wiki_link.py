"""A link is written as in a wiki."""

import re

from policykb.check.diagnostics import Diagnostic, Findings, Severity
from policykb.check.rules.rule import Known, Other, Page, Place, RawRecord, finds, rewrite
from policykb.text.covered import Covered
from policykb.values.identifier import is_id

_WIKI = re.compile(r"(?<![\[!\\])\[\[([^\[\]|\n]+)(?:\|([^\[\]|\n]+))?\]\](?![(\[:])")
_TAKEN = ("code", "role", "math", "comment", "link", "image", "html")


@finds("PKB614", Severity.ERROR, where="brackets")
def rule(page: Page, known: Known) -> Findings:
    """Markdown has no `[[…]]`: where an id, a record's name or a page's name stands in it, readers
    see the brackets and no link."""
    if "[[" not in page.text:
        return
    taken = Covered((item.start, item.end) for item, _ in page.inlines if item.kind in _TAKEN)
    for start, stop, record in page.stretches():
        for match in _WIKI.finditer(page.text, start, stop):
            target = match[1].strip()
            entry = _record(known, target)
            if not taken.touches(*match.span()) and (entry or is_id(target)):
                yield _finding(page, record, match, entry)


def _record(known: Known, target: str) -> Other | None:
    """The record with this id or name, or of the page with this name."""
    found = known.by_id.get(target) or known.by_name(target, ("any",))
    stem = target.removesuffix(".md").rpartition("/")[2]
    named = [one for one in known.by_id.values() if one.model.file_name(one.id) == f"{stem}.md"]
    return found or (named[0] if len(named) == 1 else None)


def _finding(
    page: Page, record: RawRecord | None, match: re.Match[str], entry: Other | None
) -> Diagnostic:
    written = match[1].strip()
    ident = entry.id if entry else written
    shown = match[2] or (match[1] if ident != written else None)
    wanted = f"{{need}}`{shown.strip()} <{ident}>`" if shown else f"{{need}}`{ident}`"
    is_plain = entry is not None and "`" not in wanted[7:-1]
    return rule.at(
        Place(page, *match.span()),
        f"{match[0]} is no link here, and is shown as it stands",
        record=record,
        help=f"write {wanted}",
        fix=rewrite(page, match.span(), wanted, sure=ident == written) if is_plain else None,
    )
