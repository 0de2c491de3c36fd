"""The corpus of facts in ``corpus/``: texts of ten kinds of writing, true facts, and false ones.

A file is a kind of writing. It holds documents, each with the records that quote it. A record has
its true facts (field = value), its quotations as ``[words, fields, subject]``, and false facts as
``[kind of falsehood, field, value, words quoted]``, each a mistake that somebody could well make;
without words it takes the quotation that supports the field. A false value of a list stands in
place of the whole list. ``kinds.toml`` says what each kind of falsehood is and what it asks for.
"""

import hashlib
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from policykb.model import TYPES

FOLDER = Path(__file__).with_name("corpus")
_PREFIXES = {model.PREFIX: name for name, model in TYPES.items()}
# Words of the kind of writing, not of a record: what a source must say of itself.
_SOURCE = ":rights: public document\n:nature: official"


@dataclass(frozen=True)
class Quote:
    """Words of the document, the fields they support, and the words that stand for the record."""

    text: str
    fields: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True)
class Record:
    """A record of the corpus with its true facts."""

    id: str
    names: dict[str, str]
    facts: dict[str, str]
    quotes: tuple[Quote, ...]
    shows: tuple[str, ...]
    source: str

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

    def writing(self, record: str) -> str:
        """The kind of writing that a record quotes."""
        of = {document.id: document.writing for document in self.documents}
        return next(of[one.source] for one in self.records if one.id == record)


def kinds() -> dict[str, frozenset[str]]:
    """The kinds of falsehood, with the grade or reasons each asks for; none where it asks none."""
    data = tomllib.loads((FOLDER / "kinds.toml").read_text(encoding="utf-8"))
    return {name: frozenset(kind["asks"]) for name, kind in data.items()}


def read(folder: Path = FOLDER) -> Corpus:
    """Read every file of the corpus."""
    documents: list[Document] = []
    records: list[Record] = []
    falsehoods: list[Falsehood] = []
    for path in sorted(folder.glob("*.toml")):
        if path.name == "kinds.toml":
            continue
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for one in data["document"]:
            documents.append(_document(path.stem, data["language"], one))
            for entry in one["record"]:
                records.append(_record(one["id"], entry))
                falsehoods += _falsehoods(path.stem, records[-1], entry.get("false", []))
    return Corpus(tuple(documents), tuple(records), tuple(falsehoods))


def _document(writing: str, language: str, data: dict[str, Any]) -> Document:
    text = data["text"].lstrip("\n")
    return Document(data["id"], writing, language, data.get("paragraphs", "blank-line"), text)


def _record(source: str, data: dict[str, Any]) -> Record:
    quotes = tuple(
        Quote(row[0], tuple(name.strip() for name in row[1].split(",")), *row[2:])
        for row in data.get("quotes", [])
    )
    names = {key: data[key] for key in ("title", "aliases", "name_ja") if key in data}
    shows = tuple(data.get("shows", ()))
    return Record(data["id"], names, data.get("facts", {}), quotes, shows, source)


def _falsehoods(writing: str, record: Record, rows: list[list[str]]) -> list[Falsehood]:
    found = []
    for kind, field, value, *quote in rows:
        own = [one.text for one in record.quotes if field in one.fields]
        found.append(Falsehood(writing, kind, record, field, value, (quote or own)[0]))
    return found


def falsified(false: Falsehood) -> Record:
    """The record with the false fact in place of what it says of that field."""
    own = false.record
    facts = {**own.facts, false.field: false.value}
    quotes = [
        replace(one, fields=tuple(name for name in one.fields if name != false.field))
        for one in own.quotes
    ]
    same = [one for one in quotes if one.text == false.quote]
    if same:
        at = quotes.index(same[0])
        quotes[at] = replace(same[0], fields=(*same[0].fields, false.field))
    else:
        quotes.append(Quote(false.quote, (false.field,)))
    shows = tuple(entry for entry in own.shows if entry.split()[0] != false.field)
    quotes = [one for one in quotes if one.fields]
    return replace(own, facts=facts, quotes=tuple(quotes), shows=shows)


def page(record: Record) -> str:
    """The page of a record."""
    names = {key: value for key, value in record.names.items() if key != "title"}
    title = record.names["title"]
    options = {"id": record.id, **names, **record.facts}
    specs = TYPES[record.type].specs()
    missing = [name for name, spec in specs.items() if spec.required and name not in options]
    gaps = [f"{name} — not asked here" for name in missing if name != "title"]
    lines = [f"# {title}", "", f"::::{{{record.type}}} {title}"]
    lines += [f":{key}: {value}" for key, value in options.items()]
    lines += [f":gap: {'; '.join(gaps)}"] if gaps else []
    for quote in record.quotes:
        lines += ["", *_evidence(record, quote)]
    return "\n".join([*lines, "::::", ""])


def _evidence(record: Record, quote: Quote) -> list[str]:
    shows = [entry for entry in record.shows if entry.split()[0] in quote.fields]
    lines = [f":::{{evidence}} {record.source}", f":supports: {', '.join(quote.fields)}"]
    lines += [f':subject: "{quote.subject}"'] if quote.subject else []
    lines += [f":shows: {'; '.join(shows)}"] if shows else []
    return [*lines, "", quote.text, ":::"]


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
