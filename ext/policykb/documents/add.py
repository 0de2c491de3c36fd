"""A document becomes a source: its text, the original beside it, and the record of both."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from policykb.base.ground import real
from policykb.check.context import Context
from policykb.documents import metadata
from policykb.documents.child import extract
from policykb.documents.extracted import Extracted, Refused, Wish
from policykb.documents.formats import MODULES
from policykb.edit.advice import advice
from policykb.evidence.document.paragraphs import paragraphs
from policykb.markdown import limits
from policykb.markdown.new_page import free_id, page
from policykb.model import SOURCE, TYPES

_ODD = re.compile(r"[^\w.()+-]+")
UNSURE = {
    "language": "language — its words do not tell; give it with --language",
    "rights": "rights — the text says nothing of them and nobody has looked further",
}
"""What is said of a field that neither a person nor the document gives."""


@dataclass(slots=True)
class Added:
    """What adding a document writes: by path below the root, the bytes of new files."""

    ident: str
    text_path: str
    record_path: str
    taken: Extracted
    files: dict[str, bytes]


def plan(
    base: Context,
    file: Path,
    given: Mapping[str, str],
    wish: Wish,
    ask: Callable[[Path], str] = lambda _: "",
) -> Added:
    """What adding a file would write; nothing is written. ``given`` are texts by field, which go
    before what the document says of itself; ``ask`` tells its language where its words do not.
    Raises `Refused`."""
    data = _bytes(file)
    name = _name(base, file)
    if not name.isprintable():
        raise Refused("its name has a character that nobody sees, or is no text; rename it")
    _refuse_known(base, name, data)
    taken = extract(file, wish)
    taken.language = given.get("language") or taken.language or ask(file)
    text = taken.text.encode("utf-8")
    is_text = text == data and name.endswith(".txt")
    stem = name.rpartition(".")[0]
    other = f"{stem}{'.utf-8' if name.lower().endswith('.txt') else ''}.txt"
    text_name = name if is_text else other
    if excess := limits.document_excess(taken.text, lambda: paragraphs(taken.text)):
        raise Refused(f"its text {excess[1]}")
    values = _values(taken, given, text_name, text)
    if not is_text:
        values |= {
            "original": name,
            "original_sha256": sha256(data).hexdigest(),
            "extractor": taken.extractor,
        }
    ident, record_path, record = _record(base, stem, values)
    text_path = f"{base.settings.seeds}/{text_name}"
    made = Added(ident, text_path, record_path, taken, {record_path: record.encode("utf-8")})
    for path, content in ((text_path, text), (f"{base.settings.seeds}/{name}", data)):
        _put(base, made, path, content)
    return made


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except IsADirectoryError:
        raise Refused("it is a folder; name the files in it") from None
    except OSError as error:
        raise Refused(f"it cannot be read: {error.strerror}") from None


def _name(base: Context, file: Path) -> str:
    """The path that a file has, or is to have, below the folder of sources."""
    folder = (base.root / base.settings.seeds).resolve()
    place = file.resolve()
    if place.is_relative_to(folder):
        return place.relative_to(folder).as_posix()
    return _ODD.sub("-", file.name).strip("-")


def _refuse_known(base: Context, name: str, data: bytes) -> None:
    digest = sha256(data).hexdigest()
    for entry in base.entries:
        if not entry.is_source:
            continue
        same = digest in (entry.text("sha256"), entry.text("original_sha256"))
        if same or name in (entry.text("file"), entry.text("original")):
            raise Refused(f"{entry.id} describes it already: policykb source verify {entry.id}")


def _values(
    taken: Extracted, given: Mapping[str, str], text_name: str, text: bytes
) -> dict[str, str]:
    """The fields of the record: what is given, else what the document says."""
    said = {
        name: str(getattr(taken, name))
        for name in ("headline", "author", "publisher", "published", "language")
    }
    line = metadata.rights(taken.text)
    said["rights"] = f"The text says: “{line}”" if line else ""
    values = {name: text for name, text in {**said, **given}.items() if text}
    if gaps := [why for name, why in UNSURE.items() if name not in values]:
        values["gap"] = "; ".join(gaps)
    return {**values, "file": text_name, "sha256": sha256(text).hexdigest()}


def _record(base: Context, stem: str, values: dict[str, str]) -> tuple[str, str, str]:
    """The id of the record, the path of its page, and that page."""
    model = TYPES[SOURCE]
    title = values.pop("title", "") or values.get("headline")
    title = title or re.sub(r"[-_]+", " ", stem.rpartition("/")[2])
    title = " ".join(title.split())[:200]
    ident = values.pop("id", "") or free_id(model, title, base.by_id)
    ident = ident or free_id(model, stem.rpartition("/")[2], base.by_id)
    if ident is None:
        raise Refused(f"no id can be made of its title; choose one: --id {model.prefix}…")
    path = f"{base.settings.docs}/{model.folder}/{model.file_name(ident)}"
    values = {"id": ident, **values}
    return ident, path, page(model, title, values, advice=advice(base, model, values))


def _put(base: Context, made: Added, path: str, content: bytes) -> None:
    """Add a file that is to be written; one that is there with the same bytes is none."""
    place = real(base.root, path)
    if not place.exists():
        made.files[path] = content
    elif place.read_bytes() != content:
        raise Refused(f"{path} is there already, with other content; move it, or name this anew")


def undescribed(base: Context) -> Iterator[Path]:
    """The documents in the folder of sources that no record describes."""
    top = f"{base.settings.seeds.rstrip('/')}/"
    sources = [entry for entry in base.entries if entry.is_source]
    known = {entry.text(name) for entry in sources for name in ("file", "original")}
    for path in sorted(base.ground.files):
        name = path.removeprefix(top)
        plain = name.rpartition("/")[2].lower()
        if path == name or name in known or plain.startswith((".", "readme")):
            continue
        if f".{plain.rpartition('.')[2]}" in MODULES:
            yield base.root / path
