"""The grade of one fact in a small base made for it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from policykb.check import engine
from policykb.evidence.grade import Graded, grade_record

BODIES = {
    "ORG_HARBOUR": ("org", "Harbour Board", "港湾局"),
    "ORG_FERRY": ("org", "Ferry Line Ltd", ""),
    "ORG_METI": ("org", "Ministry of Trade", "経済産業省"),
    "ORG_CLOSED": ("org", "Closed Waters Board", ""),
    "PER_LIND": ("person", "Anna Lind", ""),
    "PER_BERG": ("person", "Olav Berg", ""),
    "POL_QUAY": ("policy", "Quay Act", "埠頭法"),
    "POL_DOCK": ("policy", "Dock Order", ""),
    "PRG_QUAY": ("program", "Quay Fund", ""),
    "IND_QUAY": ("indicator", "Share of the Quay Fund", ""),
}
"""Records that every base of these tests has: type, title, Japanese name."""


def grade(field: str, value: str, quote: str, **more: Any) -> tuple[str, ...]:
    """The grade of a fact, with its reasons behind it; as `graded` takes it."""
    one = graded(field, value, quote, **more)
    return (one.grade, *one.why)


def graded(
    field: str,
    value: str,
    quote: str,
    *,
    record: str = "POL_QUAY",
    source: str = "",
    language: str = "en",
    options: Iterable[str] = (),
    fields: Iterable[str] = (),
) -> Graded:
    """A fact with its grade. ``source`` is the document's text, the quotation itself where none is
    given; ``options`` are of the evidence, ``fields`` further ones of the record."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, record, field, value, quote, source or quote, language, options, fields)
        base = engine.load(root)
        found = {
            (one.fact.field, one.fact.value): one
            for one in grade_record(base.evidence, base.by_id[record])
        }
        return found[field, value]


def _write(
    root: Path,
    record: str,
    field: str,
    value: str,
    quote: str,
    source: str,
    language: str,
    options: Iterable[str],
    fields: Iterable[str],
) -> None:
    (root / "docs").mkdir()
    (root / "seeds").mkdir()
    (root / "seeds/s.txt").write_text(source, encoding="utf-8")
    digest = hashlib.sha256((root / "seeds/s.txt").read_bytes()).hexdigest()
    pages = [
        f":::{{source}} S\n:id: SRC_S\n:file: s.txt\n:sha256: {digest}\n:language: {language}\n"
        ":rights: ours\n:::\n"
    ]
    known = BODIES if record in BODIES else {**BODIES, record: _described(record)}
    for ident, (kind, title, name_ja) in known.items():
        lines = [f"::::{{{kind}}} {title}", f":id: {ident}"]
        lines += [f":name_ja: {name_ja}"] if name_ja else []
        if ident == record:
            lines += [f":{field}: {value}", *fields, "", ":::{evidence} SRC_S"]
            lines += [f":supports: {field}", *options, "", quote, ":::"]
        pages.append("\n".join([*lines, "::::", ""]))
    for number, page in enumerate(pages):
        (root / f"docs/{number}.md").write_text(f"# P\n\n{page}", encoding="utf-8")


def _described(record: str) -> tuple[str, str, str]:
    kinds = {"EVT": "event", "IND": "indicator", "ALL": "alliance", "PRG": "program"}
    kind = kinds[record.partition("_")[0]]
    return kind, record.partition("_")[2].replace("_", " ").capitalize(), ""
