"""What a page, a record or a fact must have for a rule to be called for it.

Most rules find nothing on most pages, and many can tell so by the same thing: that the page has no
fault of form, the record no text that is no value. Each test is made once for all rules that name
it.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from policykb.base.briefs import FOLDER
from policykb.base.entry import Entry
from policykb.markdown.page import Page


def _has(option: str) -> Callable[[Entry], bool]:
    """Whether a record has an option."""
    return lambda entry: option in entry.raw.values


def _quotes_with(*options: str) -> Callable[[Entry], bool]:
    """Whether a quotation of a record has one of some options."""
    return lambda entry: any(
        not one.values.keys().isdisjoint(options) for one in entry.raw.evidence
    )


def _has_more_than_references(page: Page) -> bool:
    """Whether a page has a block, or within its lines anything but ``{need}``."""
    for item, _ in page.inlines:
        if item.name != "need" or item.kind != "role":
            return True
    return bool(page.blocks)


TESTS: dict[str, Callable[[Any], object]] = {
    "faults": attrgetter("faults"),
    "blocks": attrgetter("blocks"),
    "unusual": attrgetter("unusual"),
    "more than references": _has_more_than_references,
    "names": lambda page: page.blocks or "=" in page.text or "]" in page.text,
    "brackets": lambda page: "[" in page.text,
    "angles": lambda page: "<" in page.text,
    "brief": lambda page: f"/{FOLDER}/" in page.path,
    "bad": attrgetter("bad"),
    "unknown": attrgetter("unknown"),
    "links": attrgetter("links"),
    "gap": _has("gap"),
    "inferred": _has("inferred"),
    "aliases": _has("aliases"),
    "reviewed": _has("reviewed"),
    "distinct_from": _has("distinct_from"),
    "evidence": attrgetter("raw.evidence"),
    "two quotations": lambda entry: len(entry.raw.evidence) > 1,
    "disputes": _quotes_with("disputes"),
    "shows": _quotes_with("shows"),
    "subject": _quotes_with("subject", "said_by"),
    "refused": lambda fact: fact.grade == "refused",
    "to-read": lambda fact: fact.grade == "to-read",
}
"""By its name, what tells whether a page, a record or a fact has something."""
