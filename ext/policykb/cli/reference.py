"""The reference of commands, settings and exports as pages, written from the program itself."""

import argparse
from collections.abc import Iterator
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

from policykb.base.settings import FORMER, Settings, word_of
from policykb.check.context import Context
from policykb.cli import COMMANDS, parser
from policykb.cli.completion import subparsers
from policykb.cli.setting import default_of, meanings
from policykb.export import catalog, schema, tables
from policykb.export.records import Records
from policykb.markdown import allowed
from policykb.model import TYPES

WRITTEN = "Written by `policykb schema` from the program."


def documents(root: Path, settings: Settings) -> dict[Path, str]:
    """The pages of a root that has a guide, by path, each with the text it must have."""
    guide = root / settings.docs / "guide"
    if not guide.is_dir():
        return {}
    made = {
        "commands": commands,
        "settings": settings_page,
        "exports": exports,
        "markdown": markdown,
    }
    return {guide / "reference" / f"{name}.md": page() for name, page in made.items()}


def commands() -> str:
    """Every command with its arguments."""
    top = parser()
    parts = [
        "# Commands",
        f"{WRITTEN} Every command takes `--root DIR`, the base's top folder; without it, the "
        "folder is found from the one you are in.",
        _table("Argument", _arguments(top, "policykb")),
    ]
    for name, sub in subparsers(top).items():
        parts += [f"## `policykb {name}`", f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}."]
        rows = dict(_arguments(sub, f"policykb {name}"))
        for inner in subparsers(sub).values():
            rows |= dict(_arguments(inner, f"policykb {name}"))
        if rows:
            parts.append(_table("Argument", rows.items()))
        if name == "new":
            parts.append(
                "Each [field](fields.md) of the type is an option of the same name, such as "
                "`--kind`; `about` is `--is-about`."
            )
    return "\n\n".join(parts) + "\n"


def _arguments(of: argparse.ArgumentParser, prog: str) -> Iterator[tuple[str, str]]:
    """Arguments with their meaning, without those that every command has and fields of types."""
    for action in of._actions:
        if action.dest in ("help", "root", "command") or action.dest.startswith("field_"):
            continue
        if isinstance(action, argparse._SubParsersAction):
            yield f"`{action.metavar}`", f"one of {_codes(action.choices)}"
            continue
        said = (action.help or "") % {**vars(action), "prog": prog}
        if action.choices and action.choices is not TYPES:
            said = f"{said}: {_codes(action.choices)}"
        yield _flags(action), said


def _flags(action: argparse.Action) -> str:
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if not action.option_strings:
        return f"`{name}`"
    takes = "" if action.nargs == 0 or action.choices else f" {name}"
    return ", ".join(f"`{flag}{takes}`" for flag in action.option_strings)


def settings_page() -> str:
    """Every setting with its default, an example and what it changes."""
    said = meanings()
    rows = [
        "| Setting | Value | Default | Example | What it changes |",
        "|---|---|---|---|---|",
        *(_row(one, *said[one.name]) for one in fields(Settings) if one.init),
    ]
    former = "; ".join(f"`{old}` is read as `{new}`" for old, new in FORMER.items())
    return "\n\n".join(
        (
            "# Settings",
            f"{WRITTEN} Settings stand in the table `[tool.policykb]` of `pyproject.toml`, or in "
            "`policykb.toml` without a table; all are optional. In names, `-` counts as `_`.",
            "\n".join(rows),
            f"Former names: {former}.\n",
        )
    )


def _row(one: Field[Any], said: str, example: str) -> str:
    default = default_of(one)
    shown = f"`{default}`" if default else "empty"
    return f"| `{one.name}` | {word_of(type(default))} | {shown} | `{example}` | {_plain(said)} |"


def exports() -> str:
    """The formats, and the keys of the JSON export."""
    formats = [(f"`{name}`", f"{one.what}") for name, one in catalog.found().items()]
    some = schema.record(next(iter(TYPES.values())))
    keys = (
        ("The document", schema.export()),
        ("A record", some),
        ("A quotation, under `evidence`", schema.evidence()),
        ("A fact, under `facts`", schema.fact()),
    )
    parts = [
        "# Exports",
        f"{WRITTEN} `policykb export FORMAT` writes all records in one file; the site offers the "
        "same on its page of data, with [schemas](https://json-schema.org) of the JSON.",
        _table("Format", formats),
        "## Keys of the JSON",
    ]
    for title, made in keys:
        parts += [f"### {title}", _table("Key", _keys(made))]
    parts.append("## Columns of the tables")
    nothing = Records(Context(Path(), [], Settings()))
    for one in (tables.facts(nothing), tables.links(nothing), tables.quotations(nothing)):
        rows = [(f"`{column.name}`", f"{column.what}.") for column in one.columns]
        parts += [f"### `{one.name}.csv`", _table("Column", rows)]
    parts.append(_OF_TYPES)
    return "\n\n".join(parts) + "\n"


_OF_TYPES = """\
`records.csv` has every record, the file of a type, such as `policies.csv`, those of that type:
`id`, `title`, `aliases`, each [field](fields.md) as written, `text` and `permalink`. `to_read`
names the fields that a person still has to judge. Beside a field of ids stands one of titles
(`parties_names`), beside a figure or a sum its `_number`, the `_upper` end of a range, its `_unit`
and `_currency`."""


def _keys(made: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in made["properties"].items():
        inner = value.get("items", {}).get("properties", {}) if name != "records" else {}
        each = f" Each has {_codes(inner)}." if inner else ""
        choices = value.get("enum") or value.get("items", {}).get("enum") or ()
        one_of = f" One of {_codes(choices)}." if choices else ""
        yield f"`{name}`", f"{value.get('description', '')}{each}{one_of}"


def markdown() -> str:
    """The parts of MyST that pages may use beside the records."""
    directives = sorted(allowed.DIRECTIVES.items())
    rows = [(f"`{name}`", _codes(sorted(options))) for name, options in directives]
    return "\n\n".join(
        (
            "# What a page may use",
            f"{WRITTEN} Everything else is refused by the check and left without effect by the "
            "site; the settings `allow_directives` and `allow_roles` add to it.",
            "## Directives",
            "The [types of records](fields.md), and:",
            _table("Directive", rows, "Options"),
            "## Roles",
            _codes(sorted(allowed.ROLES)),
            "## Keys before a page",
            f"{_codes(sorted(allowed.FRONT_MATTER))}\n",
        )
    )


def _codes(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: str, rows: Any, says: str = "Meaning") -> str:
    lines = [f"| {_plain(name)} | {_plain(said)} |" for name, said in rows]
    return "\n".join((f"| {head} | {says} |", "|---|---|", *lines))


def _plain(text: str) -> str:
    """Words of a docstring or a help text as a cell of a table."""
    return text.replace("``", "`").replace("|", r"\|").replace("<", r"\<")
