"""Drafts of new pages: what is given is read, what is missing is asked for, quotations are
proposed."""

import argparse
import sys
from collections.abc import Container, Mapping
from pathlib import Path, PurePosixPath

from policykb.base.ground import real
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Report, Severity
from policykb.check.report.text import finding_lines, in_line, visible
from policykb.check.rules.names import probable_duplicate
from policykb.check.rules.rule import a
from policykb.check.views import Views
from policykb.cli.find import known_source
from policykb.edit.advice import advice
from policykb.edit.find.propose import propose
from policykb.edit.store import create
from policykb.edit.temporary import sweep
from policykb.evidence.document.source import in_base
from policykb.markdown.new_page import describe, free_id, linked, page
from policykb.model import SOURCE, TYPES, RecordType, Spec
from policykb.text.characters import first_control
from policykb.values.base import BadValue
from policykb.values.identifier import is_id
from policykb.values.notes import is_reason

FLAGS = {"about": "is-about"}
"""Options of fields whose names the command uses for itself."""


def given(args: argparse.Namespace) -> dict[str, str]:
    """The texts of fields that are given as options."""
    texts = {name: getattr(args, f"field_{name}") for name in TYPES[args.type].specs}
    return {name: text for name, text in texts.items() if text}


def draft(
    base: Context, args: argparse.Namespace, texts: Mapping[str, str], *, asks: bool
) -> tuple[str, str]:
    """The path and the text of a new record's page. Raises `LoadError`."""
    model = TYPES[args.type]
    values = _values(base, model, texts, asks=asks)
    title = values.pop("title")
    values["id"] = values.get("id") or _new_id(base, model, title, values)
    if not values["id"].startswith(model.prefix):
        said = f"ids of this type begin with {model.prefix}"
        raise engine.LoadError(f"--id: {said}, not as {values['id']}; nothing was written")
    path = f"{base.settings.docs}/{model.folder}/{model.file_name(values['id'])}"
    if values["id"] in base.by_id:
        raise engine.LoadError(f"{values['id']} is the id of “{base.by_id[values['id']].title}”")
    quotations = _quotations(base, model, args, title, values)
    return path, page(model, title, values, quotations, advice(base, model, values))


def write(root: Path, docs: str, pages: Mapping[str, str]) -> None:
    """Write new pages, all or none. Raises `LoadError` where one is there already."""
    sweep(root / docs, deep=True)
    done: list[Path] = []
    try:
        for path, text in pages.items():
            create(real(root, path), text.encode("utf-8"))
            done.append(root / path)
    except OSError as error:
        for one in done:
            one.unlink()
        if isinstance(error, FileExistsError):
            raise engine.LoadError(f"{path} exists already; choose another --id") from None
        raise


def _new_id(base: Context, model: RecordType, title: str, values: Mapping[str, str]) -> str:
    """An id made of the title, or else of another name or of the file; asked for where none can be
    made. Raises `LoadError`."""
    file = PurePosixPath(values.get("file", "")).stem
    names = (title, *values.get("aliases", "").split(";"), file)
    made = next(filter(None, (free_id(model, name, base.by_id) for name in names)), None)
    if made is None and sys.stdin.isatty():
        asked = {"id": ""}
        _ask(base, model, "id", asked)
        return asked["id"]
    if made is None:
        raise engine.LoadError(
            f"no id can be made of “{title}” without a guess; give a name in Latin letters under "
            f"--aliases, or choose an id: --id {model.prefix}…; nothing was written"
        )
    return made


def _values(
    base: Context, model: RecordType, texts: Mapping[str, str], *, asks: bool
) -> dict[str, str]:
    """Texts by field, each read by its type. Raises `LoadError` if one cannot be read."""
    values: dict[str, str] = {}
    for name, spec in model.specs.items():
        words = " ".join(texts.get(name, "").split())
        if words:
            try:
                values[name] = _read(base, spec, words)
            except engine.LoadError as fault:
                said = f"--{FLAGS.get(name, name)}: {fault}; nothing was written"
                raise engine.LoadError(said) from None
        elif spec.required and name != "id":
            values[name] = ""
    if model.name == SOURCE and not values["sha256"]:
        values["sha256"] = _digest(base, values["file"])
    noted = {note.split()[0] for note in values.get("gap", "").split(";") if note.strip()}
    missing = [name for name, text in values.items() if not text and name not in noted]
    if asks:
        for name in missing:
            _ask(base, model, name, values)
    if not values["title"]:
        raise engine.LoadError("a record needs a title: --title TEXT; nothing was written")
    return {name: text for name, text in values.items() if text or name not in noted}


def _read(base: Context, spec: Spec, text: str) -> str:
    """The text to write, names of records turned into ids. Raises `LoadError` with its fault."""
    if found := first_control(text):
        raise engine.LoadError(f"it has a control character ({found}); leave it out")
    if spec.is_link:
        names = _parted(base, text) if spec.many else [text]
        text = ", ".join(_meant(base, one, spec) for one in names if one)
    try:
        spec.read(text)
    except BadValue as bad:
        hint = f"did you mean {bad.suggestion}?" if bad.suggestion else f"write {bad.accepted}"
        raise engine.LoadError(f"“{text}” cannot be used: {bad.reason}; {hint}") from None
    return text


def _parted(base: Context, text: str) -> list[str]:
    """Names that commas part; a name of a record may have commas itself."""
    parts, names = [part.strip() for part in text.split(",")], list[str]()
    while parts:
        heads = [", ".join(parts[:count]) for count in range(len(parts), 0, -1)]
        names.append(next((one for one in heads if one in base.by_name), parts[0]))
        del parts[: names[-1].count(",") + 1]
    return names


def _meant(base: Context, name: str, spec: Spec) -> str:
    """The id of the record with a name; an id of none may get its record later. Raises `LoadError`
    for what the field cannot link to."""
    named = [base.by_id[name]] if name in base.by_id else base.by_name.get(name, [])
    fitting = [one for one in named if one.type in spec.targets or "any" in spec.targets]
    if named and not fitting:
        other, label = named[0], named[0].model.label.lower()
        raise engine.LoadError(f"“{name}” is {other.id}, {a(label)}; write {linked(spec)}")
    if not named and not is_id(name):
        near = base.nearest(name, spec.targets)
        hint = f"did you mean {near.id} (“{near.title}”)?" if near else f"write {linked(spec)}"
        raise engine.LoadError(f"“{name}” is no record's id or name; {hint}")
    return fitting[0].id if len(fitting) == 1 else name


def _digest(base: Context, file: str) -> str:
    """The checksum of a source's document, empty where it cannot be read."""
    source = in_base(base, file) if file else None
    return "" if source is None or source.problem else source.sha256


def _ask(base: Context, model: RecordType, name: str, values: dict[str, str]) -> None:
    """Ask for a field until the answer can be used; without one, for the reason of a gap."""
    if name == "sha256" and (digest := _digest(base, values["file"])):
        values[name] = digest
        return
    spec = model.specs[name]
    print(f"{name}: {describe(spec)}")
    while True:
        given = input(f"{name}? ").strip()
        if not given and name in ("title", "id"):
            continue
        if not given:
            break
        try:
            values[name] = _read(base, spec, given)
            return
        except engine.LoadError as fault:
            print(visible(str(fault)))
    why = input("Not known? Say why, as “no source tells” (or leave it for later): ").strip()
    if is_reason(why):
        note = f"{name} — {why.replace(';', ',')}"
        values["gap"] = f"{values['gap']}; {note}" if values.get("gap") else note
        del values[name]


UNNAMED = "quote words that do, or say which stand for it, as :subject: words of the quotation"


def _quotations(
    base: Context, model: RecordType, args: argparse.Namespace, title: str, values: dict[str, str]
) -> list[tuple[str, str, tuple[str, ...]]]:
    if not args.sources:
        if args.about:
            raise engine.LoadError("--about needs --from SRC: the source to quote")
        return []
    sources = [known_source(base, name) for name in args.sources]
    phrase = args.about or title
    found = propose(base, model, {**values, "title": title}, sources, phrase)
    if not found:
        print(f"No passage of {', '.join(sources)} speaks of “{phrase}”.", file=sys.stderr)
    for quote in [each.quote for each in found if not each.named]:
        print(in_line(f"“{quote}” does not name the record: {UNNAMED}"), file=sys.stderr)
    return [(each.source, each.quote, each.fields) for each in found]


def said_alike(with_new: Context, path: str) -> bool:
    """Say what there is already of nearly the same name as a new page's record."""
    found = [
        item
        for item in engine.findings(probable_duplicate.rule, Views(with_new))
        if path in (item.path, *(other.path for other in item.related))
    ]
    for item in found:
        places = [f"{other.path}:{other.line}" for other in item.related if other.path != path]
        place = ", ".join(places or [f"{item.path}:{item.line}"])
        print(in_line(f"There is one already? {item.message} ({place})"), file=sys.stderr)
        print(in_line(f"  {item.help}"), file=sys.stderr)
    return bool(found)


def agreed(question: str) -> bool:
    """Whether a person says yes."""
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def left_to_do(base: Context, report: Report, paths: Container[str]) -> str:
    """The errors and warnings on some pages, each with its line."""
    texts = {page.path: page.text for page in base.pages if page.path in paths}
    found = [item for item in report.diagnostics if item.severity is not Severity.NOTE]
    return "\n".join(finding_lines(item, texts[item.path]) for item in found if item.path in texts)
