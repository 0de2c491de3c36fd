"""The kinds of pages that the site has, each by one example."""

import re
from collections.abc import Iterator
from pathlib import Path

FIXED = (
    "index",
    "about",
    "chain",
    "timeline",
    "network",
    "search",
    "browse",
    "gaps",
    "inferred",
    "single-source",
    "disputes",
    "coverage",
    "reviews",
    "changes",
    "data",
    "404",
    "ventures/index",
    "organizations/index",
    "events/index",
    "sources/index",
)
"""Pages every base has."""

RECORDS = ("jv", "alliance", "org", "event", "indicator", "source")
"""Types whose largest record page stands for all of them."""

_TYPE = re.compile(r'<article class="record t-([a-z]+)( shared)?"')


def examples(site: Path) -> Iterator[str]:
    """Paths of one page of every kind: records by type, one page that several share, a brief, a
    contributors' page."""
    yield from (f"{name}.html" for name in FIXED)
    largest: dict[str, tuple[int, str]] = {}
    for file in sorted(site.glob("*/*.html")):
        text = file.read_text(encoding="utf-8")
        found = _TYPE.search(text)
        if found:
            kind = "shared" if found[2] else found[1]
            largest[kind] = max(
                largest.get(kind, (0, "")), (len(text), file.relative_to(site).as_posix())
            )
    yield from (largest[kind][1] for kind in (*RECORDS, "shared") if kind in largest)
    for folder in ("briefs", "guide", "rules"):
        pages = sorted((site / folder).glob("*.html"), key=lambda one: one.stat().st_size)
        if pages:
            yield pages[-1].relative_to(site).as_posix()
