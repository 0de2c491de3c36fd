"""Settings of one root: ``[tool.policykb]`` in its pyproject.toml, or its policykb.toml; all
optional."""

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from policykb.base.setting_values import fault_of
from policykb.model import BUILT_IN, Model
from policykb.text.toml_places import found


class SettingsError(Exception):
    """Settings that cannot be used: a line for each fault, which is located and says the fix."""

    def __str__(self) -> str:
        return "\n".join(self.args)


@dataclass(slots=True)
class Settings:
    """The settings of a base. Defaults suit a folder with ``docs/`` and ``seeds/``."""

    docs: str = "docs"
    """The folder of the pages: all in it is checked and built. Example: ``docs = "knowledge"``."""
    site: str = ""
    """What a build makes: ``full``, a site of records alone, or ``records``, articles in the theme
    of another Sphinx project. Not given, it is ``records`` where ``docs`` is a part of the source
    folder or conf.py names a theme. Example: ``site = "records"``."""
    seeds: str = "seeds"
    """The folder of the sources' documents, in which quotations are looked for.
    Example: ``seeds = "documents"``."""
    ignore: list[str] = field(default_factory=list)
    """Rule codes, or beginnings of codes, that are switched off.
    Example: ``ignore = ["PKB901"]``."""
    select: list[str] = field(default_factory=list)
    """If not empty, only rules with these codes, or beginnings of codes, are reported.
    Example: ``select = ["PKB1", "PKB3"]``."""
    severity: dict[str, str] = field(default_factory=dict)
    """Rule code to ``error``, ``warning`` or ``note``; rules on request run where they are here.
    Example: ``severity = { PKB404 = "warning" }``."""
    rules_from: list[str] = field(default_factory=list)
    """Names of entry points in the group ``policykb.rules``: rules of other packages to run, each a
    ``policykb.api.Rule``.
    Example: ``rules_from = ["quota-without-tonnes"]``."""
    baseline: str = ""
    """A file of known findings that are not reported; empty for none.
    Example: ``baseline = "known.txt"``."""
    quoted_share: float = 0.5
    """The share of a source's words that may be quoted, 0 to 1; beyond it, a finding tells.
    Example: ``quoted_share = 0.2``."""
    review_after_days: int = 365
    """Days after which a comparison with the sources is due again; then a note and the site tell.
    Example: ``review_after_days = 180``."""
    source_after_days: int = 0
    """Days after its publication from which a source counts as old; 0 for never.
    Example: ``source_after_days = 730``."""
    minimum: dict[str, int] = field(default_factory=dict)
    """Record type to the least number of records the base must have, so that none vanish unseen.
    Example: ``minimum = { policy = 20 }``."""
    exclude: list[str] = field(default_factory=list)
    """Folders under ``docs`` that are neither checked nor built, such as one that is generated.
    Example: ``exclude = ["drafts"]``."""
    allow_directives: list[str] = field(default_factory=list)
    """Directives that pages may use beside those that policykb allows.
    Example: ``allow_directives = ["tab-set", "tab-item"]``."""
    allow_roles: list[str] = field(default_factory=list)
    """Roles that pages may use beside those that policykb allows.
    Example: ``allow_roles = ["pep"]``."""
    title: str = ""
    """The knowledge base's name, in the head of every page and in citations.
    Example: ``title = "Fisheries of the Northern Banks"``."""
    publisher: str = ""
    """Who publishes the site, shown at the foot of every page and on the page about it.
    Example: ``publisher = "Fisheries Office"``."""
    contact: str = ""
    """Where readers turn to: an address of a page or of electronic mail, on the page about the
    site. Example: ``contact = "desk@example.org"``."""
    license: str = ""
    """The license of the records' text, named on the site and in what is exported.
    Example: ``license = "CC BY 4.0"``."""
    accent: str = ""
    """The site's color, for its head and its links; the dark scheme has it lightened. One that
    could not be read is refused. Example: ``accent = "#17477e"``."""
    logo: str = ""
    """A picture that takes the place of the mark in the head: a path outside of ``docs`` and
    ``seeds``. Example: ``logo = "logo.svg"``."""
    landing: list[str] = field(default_factory=list)
    """Which blocks follow what ``index.md`` says on the front page: ``search``, ``numbers``,
    ``briefs``, ``chain``, ``types``; all of them if empty.
    Example: ``landing = ["search", "types"]``."""
    suggest_url: str = ""
    """Where a reader suggests a change: an address in which ``{path}`` and ``{line}`` are filled,
    or one of electronic mail. Example: ``suggest_url = "https://example.org/edit/{path}"``."""
    report_url: str = ""
    """Where a reader reports an error: an address in which ``{record}``, ``{field}``,
    ``{quotation}``, ``{source}`` and ``{page}`` are filled, or one of electronic mail.
    Example: ``report_url = "desk@example.org"``."""
    publish_originals: list[str] = field(default_factory=list)
    """Texts with which ``rights`` begins where the site may publish a source's original (PDF, Word
    or text); none if empty. Example: ``publish_originals = ["CC BY", "Public domain"]``."""
    synonyms: list[str] = field(default_factory=list)
    """Words that the search takes for one another, a group in each text.
    Example: ``synonyms = ["subsidy; grant"]``."""
    types: dict[str, Any] = field(default_factory=dict)
    """Own types of records, and fields and values for those that are there. A type has ``label``,
    ``plural``, ``prefix``, ``folder``, ``description``, ``order``, ``color`` and ``fields``, a
    field ``type``, ``targets`` or ``values``; under ``labels`` are words in other languages.
    Example: ``types.org.fields.fleet = { type = "number", description = "Ships." }``."""
    stems: dict[str, Any] = field(default_factory=dict)
    """Words that show a value: language to vocabulary to value to regular expression to example.
    Example: ``stems.en."policy status".ended."lapsed" = "The order has lapsed."``."""
    words: dict[str, Any] = field(default_factory=dict)
    """Words that deny, hedge or limit: language to table (such as ``denial.before``) to regular
    expression to example.
    Example: ``words.en.denial.before."nowhere near" = "nowhere near agreed"``."""
    model: Model = field(default=BUILT_IN, init=False)
    """The types of records of the base, its own included."""
    given: frozenset[str] = field(default=frozenset(), init=False)
    """The names of the settings that the team chose."""


FILES = ("policykb.toml", "pyproject.toml")
"""Where settings stand: one of the two, the first without a table of its own."""


class _Text(NamedTuple):
    """The file of the settings: its name and text."""

    file: str
    text: str

    @property
    def table(self) -> str:
        """The table in which its settings stand, as a beginning of names."""
        return "" if self.file == FILES[0] else "tool.policykb."


def load(root: Path) -> Settings:
    """The settings of a root; raises `SettingsError` with file, line and fix."""
    tables = [(one, _table(one)) for name in FILES if (one := _read(root / name))]
    given = [(one, table) for one, table in tables if table is not None]
    if len(given) > 1:
        other = _where(given[1][0], "")
        raise SettingsError(
            f"{other}: settings stand here and in policykb.toml; keep all of them in one of the two"
        )
    for one, table in given:
        return read(table or {}, one.text, one.file)
    return Settings()


def _read(path: Path) -> _Text | None:
    try:
        return _Text(path.name, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name}: cannot be read: {error}") from None


def _table(source: _Text) -> dict[str, Any] | None:
    """The settings in a file; None where it has none."""
    if source.table and "policykb" not in source.text:
        return None
    import tomllib

    try:
        table = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise SettingsError(_not_toml(str(error), source)) from None
    if not source.table:
        return table
    tools = table.get("tool", {})
    own = tools.get("policykb") if isinstance(tools, dict) else None
    if own is not None and not isinstance(own, dict):
        raise SettingsError("pyproject.toml: “tool.policykb” must be a table: [tool.policykb]")
    return own


def _not_toml(said: str, source: _Text) -> str:
    """The reader's words, ``What is wrong (at line 3, column 5)``, with the place first."""
    match = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", said)
    lines = source.text.splitlines() or [""]
    place = f"{match[2]}:{match[3]}" if match else f"{len(lines)}:{len(lines[-1]) + 1}"
    reason = match[1] if match else said.removesuffix(" (at end of document)")
    if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in lines):
        reason = "git left two versions in it; keep what is right of both"
    return f"{source.file}:{place}: this is not TOML: {reason[:1].lower()}{reason[1:]}"


FORMER = {"licence": "license"}
"""Former names of settings, which are still read."""


def read(table: dict[str, Any], text: str, file: str = FILES[1]) -> Settings:
    """Settings from the table, checked by name and type; ``text``: the file it stands in."""
    source = _Text(file, text)
    known = {item.name for item in fields(Settings) if item.init}
    sample = Settings()
    chosen: dict[str, Any] = {}
    for key, value in table.items():
        name = FORMER.get(key, key.replace("-", "_"))
        where = _where(source, key)
        if name not in known:
            from policykb.text.similar import nearest_word

            near = nearest_word(name, sorted(known))
            hint = f"did you mean {near}?" if near else f"known are {', '.join(sorted(known))}"
            raise SettingsError(f"{where}: unknown setting “{key}”; {hint}")
        expected = type(getattr(sample, name))
        if expected is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is not expected:
            raise SettingsError(
                f"{where}: “{key}” must be {_WORDS[expected]}, "
                f"not {_WORDS.get(type(value), 'that')}"
            )
        problem = fault_of(name, value)
        if problem:
            raise SettingsError(f"{where}: “{key}” {problem}")
        if name in chosen:
            raise SettingsError(f"{where}: “{key}” stands twice, under another name as well")
        chosen[name] = value
    made = Settings(**chosen)
    made.given = frozenset(chosen)
    if made.types or made.stems or made.words:
        made.model = _own_model(made, source)
    return made


_WORDS: dict[type, str] = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
    list: "a list in [ ]",
    dict: "a table",
    bool: "true or false",
}


def word_of(kind: type) -> str:
    """The words for a kind of values: ``a list in [ ]``."""
    return _WORDS[kind]


def _own_model(settings: Settings, source: _Text) -> Model:
    """The model with what the settings add to it. Raises `SettingsError` with all faults."""
    from policykb.model import own

    try:
        added = settings.types, settings.stems, settings.words
        return own.model(*added, own.places(*source, source.table))
    except own.Refused as refused:
        raise SettingsError(*refused.args) from None


def file_of(root: Path) -> str:
    """The name of the file that a root's settings stand in, or would stand in."""
    return FILES[0] if (root / FILES[0]).is_file() else FILES[1]


def position(root: Path, key: str) -> tuple[int, int]:
    """1-based line and column of a setting in a root's file of settings; (1, 1) where not found."""
    try:
        source = _read(root / file_of(root))
    except SettingsError:
        source = None
    if source is None:
        return 1, 1
    return _place(source, key) or (1, 1)


def _where(source: _Text, key: str) -> str:
    """``FILE:LINE:COL`` of a key; only the file where it is not found."""
    return ":".join([source.file, *map(str, _place(source, key) or ())])


def _place(source: _Text, key: str) -> tuple[int, int] | None:
    """Line and column of a key; of the whole table where it is empty."""
    keys = tuple(name for name in f"{source.table}{key}".split(".") if name)
    place = found(source.text, keys)
    return (place.line, place.col) if keys and place.depth == len(keys) else None
