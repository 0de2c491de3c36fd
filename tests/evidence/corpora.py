"""The corpus of facts in ``corpus/``: texts of ten kinds of writing, true facts, and false ones.

A file is a kind of writing. It holds documents, each with the records that quote it. A record has
its true facts (field = value), its quotations as ``[words, fields, subject]``, and false facts as
``[kind of falsehood, field, value, words quoted]``, each a mistake that somebody could well make;
without words it takes the quotation that supports the field. A false value of a list stands in
place of the whole list. ``kinds.toml`` says what each kind of falsehood is and what it asks for.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policykb.model import TYPES

FOLDER = Path(__file__).with_name("corpus")
_PREFIXES = {model.prefix: name for name, model in TYPES.items()}
# Words of the kind of writing, not of a record: what a source must say of itself.
_SOURCE = ":rights: public document\n:nature: official"
_MAPPING = re.compile(r'[a-z_]+[^=;"]*=\s*"[^"]*"')
OPTIONS = ("aliases", "name_ja", "bound")


@dataclass(frozen=True)
class Quote:
    """Words of a source, the fields they support, and the other options of the evidence."""

    source: str
    text: str
    fields: tuple[str, ...]
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Record:
    """A record with its true facts; ``options`` are those that state no fact."""

    id: str
    title: str
    options: dict[str, str]
    facts: dict[str, str]
    quotes: tuple[Quote, ...]

    @property
    def type(self) -> str:
        return _PREFIXES[self.id[: self.id.index("_") + 1]]


@dataclass(frozen=True)
class Falsehood:
    """A fact that a record does not have."""

    writing: str
    kind: str
    record: Record
    field: str
    value: str
    source: str
    quote: str


@dataclass(frozen=True)
class Document:
    """One text of a kind of writing."""

    id: str
    writing: str
    language: str
    paragraphs: str
    text: str


@dataclass(frozen=True)
class Corpus:
    """All documents, their records, and the false facts."""

    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    falsehoods: tuple[Falsehood, ...]
    writings: dict[str, str]
    """The kind of writing of each record."""


def kinds() -> dict[str, frozenset[str]]:
    """The kinds of falsehood, with the grade or reasons each asks for; none where it asks none."""
    data = tomllib.loads((FOLDER / "kinds.toml").read_text(encoding="utf-8"))
    return {name: frozenset(kind["asks"]) for name, kind in data.items()}


def read(folder: Path = FOLDER) -> Corpus:
    """Read every file of the corpus."""
    documents: list[Document] = []
    records: list[Record] = []
    falsehoods: list[Falsehood] = []
    writings: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name == "kinds.toml":
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for one in data["document"]:
            documents.append(_document(path.stem, data["language"], one))
            for entry in one["record"]:
                records.append(_record(one["id"], entry))
                writings[entry["id"]] = path.stem
                false = entry.get("false", [])
                falsehoods += _falsehoods(documents[-1], records[-1], false)
    return Corpus(tuple(documents), tuple(records), tuple(falsehoods), writings)


def _document(writing: str, language: str, data: dict[str, Any]) -> Document:
    text = data["text"].lstrip("\n")
    return Document(data["id"], writing, language, data.get("paragraphs", "blank-line"), text)


def _record(source: str, data: dict[str, Any]) -> Record:
    quotes = tuple(_quote(source, data, *row) for row in data.get("quotes", []))
    options = {key: data[key] for key in OPTIONS if key in data}
    return Record(data["id"], data["title"], options, data.get("facts", {}), quotes)


def _quote(source: str, data: dict[str, Any], text: str, fields: str, subject: str = "") -> Quote:
    names = tuple(name.strip() for name in fields.split(","))
    shows = [entry for entry in data.get("shows", ()) if entry.split()[0] in names]
    options = [("subject", f'"{subject}"')] if subject else []
    options += [("shows", "; ".join(shows))] if shows else []
    return Quote(source, text, names, tuple(options))


def _falsehoods(document: Document, record: Record, rows: list[list[str]]) -> list[Falsehood]:
    found = []
    for kind, field, value, *quote in rows:
        own = [one.text for one in record.quotes if field in one.fields]
        text = (quote or own)[0]
        found.append(Falsehood(document.writing, kind, record, field, value, document.id, text))
    return found


def falsified(false: Falsehood) -> Record:
    """The record with the false fact in place of what it says of that field."""
    own = false.record
    quotes = [_without(one, false.field) for one in own.quotes]
    places = [at for at, one in enumerate(quotes) if (one.source, one.text) == _place(false)]
    if places:
        same = quotes[places[0]]
        quotes[places[0]] = replace(same, fields=(*same.fields, false.field))
    else:
        quotes.append(Quote(false.source, false.quote, (false.field,)))
    facts = {**own.facts, false.field: false.value}
    return replace(own, facts=facts, quotes=tuple(one for one in quotes if one.fields))


def _place(false: Falsehood) -> tuple[str, str]:
    return false.source, false.quote


def _without(quote: Quote, field: str) -> Quote:
    """The quotation, no longer said to support a field."""
    options = dict(quote.options)
    if "shows" in options:
        options["shows"] = "; ".join(
            entry for entry in _MAPPING.findall(options["shows"]) if entry.split()[0] != field
        )
    kept = tuple((name, value) for name, value in options.items() if value)
    return replace(quote, fields=tuple(one for one in quote.fields if one != field), options=kept)


def page(record: Record) -> str:
    """The page of a record."""
    options = {"id": record.id, **record.options, **record.facts}
    specs = TYPES[record.type].specs
    missing = [name for name, spec in specs.items() if spec.required and name not in options]
    gaps = [f"{name} — not asked here" for name in missing if name != "title"]
    gaps += [options.pop("gap")] if "gap" in options else []
    lines = [f"# {record.title}", "", f"::::{{{record.type}}} {record.title}"]
    lines += [f":{key}: {value}" for key, value in options.items()]
    lines += [f":gap: {'; '.join(gaps)}"] if gaps else []
    for quote in record.quotes:
        lines += ["", *_evidence(quote)]
    return "\n".join([*lines, "::::", ""])


def _evidence(quote: Quote) -> list[str]:
    lines = [f":::{{evidence}} {quote.source}", f":supports: {', '.join(quote.fields)}"]
    return [*lines, *(f":{name}: {value}" for name, value in quote.options), "", quote.text, ":::"]


def lay(corpus: Corpus, root: Path) -> None:
    """Write the true base under a folder."""
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    for document in corpus.documents:
        _source(document, root)
    for record in corpus.records:
        put(record, root)


def put(record: Record, root: Path) -> None:
    """Write the page of a record into a base."""
    (root / "docs" / f"{record.id.lower()}.md").write_text(page(record), encoding="utf-8")


def _source(document: Document, root: Path) -> None:
    data = document.text.encode()
    name = f"{document.id.lower()}.txt"
    (root / "seeds" / name).write_bytes(data)
    page = (
        f"# {document.id}\n\n:::{{source}} {document.id}\n:id: {document.id}\n:file: {name}\n"
        f":sha256: {hashlib.sha256(data).hexdigest()}\n:language: {document.language}\n"
        f"{_SOURCE}\n:paragraphs: {document.paragraphs}\n\nA text of our own.\n:::\n"
    )
    (root / "docs" / f"{document.id.lower()}.md").write_text(page, encoding="utf-8")
