"""``policykb explain``: a rule's page, a setting, the fields of a type, or what a record states and
where its sources say so."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from policykb.base.entry import Entry
from policykb.base.settings import FORMER, Settings, SettingsError
from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.report.text import visible
from policykb.check.rules.catalog import all_rules
from policykb.check.rules.pages import page_of
from policykb.cli.setting import settings_lines
from policykb.evidence.beside import told
from policykb.evidence.document.page_breaks import page_words
from policykb.evidence.grade import grade_record
from policykb.evidence.quotation import Quotation
from policykb.evidence.review import grade_words
from policykb.markdown.new_page import describe
from policykb.model import TYPES, RecordType
from policykb.text.similar import nearest_word

EPILOG = """\
  policykb explain PKB203
  policykb explain JV_QUAYLIGHT
  policykb explain program      the fields of a type
  policykb explain accent
  policykb explain settings     all of them
"""
WHAT = "the code of a rule, a record's id, a type, a setting, or “settings” for all of them"


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("what", metavar="CODE|ID|TYPE|SETTING", help=WHAT)


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 2 for a name of no rule, no setting, no type and no record."""
    what = args.what.strip().strip("[]")
    rules = all_rules(_readable(args.root))
    for rule in rules:
        if what.upper() in (rule.code, rule.name.upper()):
            print(page_of(rule), end="")
            return 0
    if what.upper().startswith("PKB"):
        near = nearest_word(what.upper(), [rule.code for rule in rules], 60.0)
        hint = f"; did you mean {near}?" if near else "; policykb rules lists them"
        raise engine.LoadError(f"there is no rule {what}{hint}")
    if lines := _settings(what):
        print("\n".join(lines))
        return 0
    base = engine.load(args.root)
    if model := TYPES.get(what.lower()):
        print("\n".join(_type(base, model)))
        return 0
    entry = base.by_id.get(what) or base.by_id.get(what.upper())
    if entry is None:
        found = base.nearest(what)
        hint = f"; did you mean {found.id} (“{found.title}”)?" if found else ""
        raise engine.LoadError(f"there is no rule, setting, type or record {what}{hint}")
    print(visible("\n".join(record(base, entry))))
    return 0


def _readable(root: Path) -> Settings:
    """The settings; those of an empty base where they hold a mistake, which may be why somebody
    asks."""
    try:
        return load_settings(root)
    except SettingsError:
        return Settings()


def _type(base: Context, model: RecordType) -> Iterator[str]:
    """The lines that tell of a type: where its records stand, and what each field says."""
    folder = f"{base.settings.docs.rstrip('/')}/{model.folder}"
    yield f"{model.name}  {model.label}: {model.description}"
    yield f"  {folder}, {model.prefix}…; policykb new {model.name} --title “…”\n"
    for name, spec in model.specs.items():
        words = f"{name}: {'Required. ' if spec.required else ''}{describe(spec)}"
        yield fill(words, 96, initial_indent="  ", subsequent_indent="    ")


def _settings(name: str) -> list[str]:
    """The lines that tell of the setting of a name; of ``settings``, of all of them; else none."""
    told = settings_lines()
    wanted = name.lower().replace("-", "_")
    if wanted in FORMER:
        return [f"{wanted}: former name of {FORMER[wanted]}, still read", *told[FORMER[wanted]]]
    return [line for one, lines in told.items() if wanted in ("settings", one) for line in lines]


def record(base: Context, entry: Entry) -> Iterator[str]:
    """The lines that tell of a record: each field, the quotations that show it, and their places
    (paragraph, and code points of the source)."""
    yield f"{entry.id}  {entry.title} ({entry.model.label.lower()})"
    yield f"  {entry.page.path}:{entry.raw.line}"
    checked = base.evidence.of(entry)
    grades = _grades(base, entry)
    for name, spec, _ in entry.filled():
        if name in ("id", "gap", "inferred"):
            continue
        label = spec.label or name.replace("_", " ").capitalize()
        yield f"\n{label} ({name}): {_value(base, entry, name)}"
        if name in entry.inferred:
            yield f"  concluded: {entry.inferred[name]}"
        yield from (f"  {line}" for line in grades.get(name, ()))
        shown = [one for one in checked if name in one.supports]
        for one in shown:
            yield from _quotation(base, one)
        for one in checked:
            if name in one.disputes:
                yield "  disputed by"
                yield from _quotation(base, one)
        if not shown and not entry.needs_support(name):
            yield "  as editors know it"
    for name, why in entry.gaps.items():
        yield f"\n{name}: not known; {why}"
    told = [one for one in checked if "text" in one.supports]
    if told:
        yield "\nText"
        for one in told:
            yield from _quotation(base, one)
    incoming = base.incoming.get(entry.id, ())
    if incoming:
        yield "\nNamed by"
        for other, field in incoming:
            yield f"  {other.id} ({field})  {other.title}"


def _grades(base: Context, entry: Entry) -> dict[str, list[str]]:
    """By field, a line for each of its facts: how far it got, and why no further."""
    found: dict[str, list[str]] = {}
    for one in grade_record(base.evidence, entry):
        value = f"{one.fact.value}: " if one.fact.spec.many else ""
        line = f"{value}{grade_words(one)}{told(one)}"
        found.setdefault(one.fact.field, []).append(line)
    return found


def _value(base: Context, entry: Entry, field: str) -> str:
    targets = entry.links.get(field)
    if not targets:
        return entry.text(field)
    return ", ".join(
        f"{target} ({base.by_id[target].title})" if target in base.by_id else target
        for target in targets
    )


def _quotation(base: Context, one: Quotation) -> Iterator[str]:
    yield f"  “{' '.join(one.raw.quote.split())}”"
    for mapping in one.shows:
        value = f" {mapping.value}" if mapping.value else ""
        yield f"    “{mapping.words}” stands for {mapping.field}{value}"
    source = base.by_id.get(one.raw.source)
    file = source.text("file") if source else ""
    where = f"{one.raw.source}" + (f", {base.settings.seeds}/{file}" if file else "")
    if one.match is None:
        yield f"    {where}: not found there"
    else:
        pages = f"{page_words(one.pages)}, " if one.pages else ""
        yield (
            f"    {where}, {pages}paragraph {one.match.paragraph}, characters "
            f"{one.match.start}–{one.match.end}"
        )
