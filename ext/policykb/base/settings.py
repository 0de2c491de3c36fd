"""Settings of one root: ``[tool.policykb]`` in its pyproject.toml, all optional."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any


class SettingsError(Exception):
    """Settings that cannot be used; the text is located and says the fix."""


@dataclass(slots=True)
class Settings:
    """The settings of a base. Defaults suit a folder with ``docs/`` and ``seeds/``."""

    docs: str = "docs"
    """The folder of the pages."""
    seeds: str = "seeds"
    """The folder of the sources' documents."""
    ignore: list[str] = field(default_factory=list)
    """Rule codes, or beginnings of codes, that are switched off."""
    select: list[str] = field(default_factory=list)
    """If not empty, only rules with these codes, or beginnings of codes, are reported."""
    severity: dict[str, str] = field(default_factory=dict)
    """Rule code to ``error``, ``warning`` or ``note``."""
    rules_from: list[str] = field(default_factory=list)
    """Names of entry points in the group ``policykb.rules``: rules of other packages to run."""
    baseline: str = ""
    """A file of known findings that are not reported; empty for none."""
    quoted_share: float = 0.5
    """The share of a source's words that may be quoted, 0 to 1."""
    review_after_days: int = 365
    """Days after which a comparison with the sources is due again."""
    minimum: dict[str, int] = field(default_factory=dict)
    """Record type to the least number of records the base must have."""
    exclude: list[str] = field(default_factory=list)
    """Folders under ``docs`` that are not read, such as one that is generated."""
    allow_directives: list[str] = field(default_factory=list)
    """Directives that pages may use beside those that policykb allows."""
    allow_roles: list[str] = field(default_factory=list)
    """Roles that pages may use beside those that policykb allows."""
    title: str = ""
    """The knowledge base's name, shown on the site."""
    publisher: str = ""
    """Who publishes the site, shown at the foot of every page and on the page about it."""
    contact: str = ""
    """Where readers turn to: an address of a page or of electronic mail."""
    license: str = ""
    """The license of the records' text, such as ``CC BY 4.0``."""
    suggest_url: str = ""
    """Where a reader suggests a change: an address in which ``{path}`` and ``{line}`` are
    filled."""
    given: frozenset[str] = field(default=frozenset(), init=False)
    """The names of the settings that the team chose."""


def load(root: Path) -> Settings:
    """The settings of a root; raises `SettingsError` with file, line and fix."""
    path = root / "pyproject.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"pyproject.toml: cannot be read: {error}") from None
    if "policykb" not in text:
        return Settings()
    import tomllib

    try:
        tools = tomllib.loads(text).get("tool", {})
    except (ValueError, RecursionError) as error:
        raise SettingsError(_not_toml(str(error), text)) from None
    table = tools.get("policykb", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise SettingsError("pyproject.toml: “tool.policykb” must be a table: [tool.policykb]")
    return read(table, text)


def _not_toml(said: str, text: str) -> str:
    """The reader's words, ``What is wrong (at line 3, column 5)``, with the place first."""
    import re

    match = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", said)
    lines = text.splitlines() or [""]
    place = f"{match[2]}:{match[3]}" if match else f"{len(lines)}:{len(lines[-1]) + 1}"
    reason = match[1] if match else said.removesuffix(" (at end of document)")
    if any(line.startswith(("<<<<<<< ", ">>>>>>> ")) for line in lines):
        reason = "git left two versions in it; keep what is right of both"
    return f"pyproject.toml:{place}: this is not TOML: {reason[:1].lower()}{reason[1:]}"


FORMER = {"licence": "license"}
"""Former names of settings, which are still read."""


def read(table: dict[str, Any], text: str) -> Settings:
    """Settings from the table, checked by name and type."""
    known = {item.name for item in fields(Settings) if item.init}
    sample = Settings()
    chosen: dict[str, Any] = {}
    for key, value in table.items():
        name = FORMER.get(key, key.replace("-", "_"))
        where = _where(text, key)
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
        problem = _problem(name, value)
        if problem:
            raise SettingsError(f"{where}: “{key}” {problem}")
        chosen[name] = value
    made = Settings(**chosen)
    made.given = frozenset(chosen)
    return made


def _problem(name: str, value: Any) -> str | None:
    """The fault of a value of the right type, as the end of a sentence."""
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return "must hold texts in quotes only"
    if name in ("docs", "seeds", "baseline", "exclude"):
        return _path_problem(value if isinstance(value, list) else [value], name == "baseline")
    if name in ("allow_directives", "allow_roles"):
        return _allowed_problem(value)
    if name == "quoted_share" and not 0 <= value <= 1:
        return f"must be between 0 and 1, not {value:g}"
    if name == "review_after_days" and value < 1:
        return f"must be 1 or more, not {value}"
    if name == "severity" and not all(isinstance(item, str) for item in value.values()):
        return 'must give each rule "error", "warning" or "note"'
    if name == "minimum":
        return _minimum_problem(value)
    if name in ("publisher", "license") and value != " ".join(value.split()):
        return "must be one line without spaces at its ends"
    if name == "contact" and value:
        return _contact_problem(value)
    if name == "suggest_url" and value:
        return _address_problem(value)
    return None


def _allowed_problem(names: list[str]) -> str | None:
    from policykb.markdown.allowed import EVALUATING

    bad = next((name for name in names if name in EVALUATING), None)
    return f"may not hold “{bad}”: it evaluates what a page says" if bad else None


def _path_problem(paths: list[str], may_be_empty: bool) -> str | None:
    from policykb.values import path
    from policykb.values.base import BadValue

    for text in paths:
        if not text and may_be_empty:
            continue
        try:
            path.parse(text.rstrip("/"))
        except BadValue as bad:
            said = bad.reason.replace("seeds/", "the base's folder")
            return f"must be a path inside the base's folder; in “{text}” {said}"
    return None


def _minimum_problem(value: dict[str, Any]) -> str | None:
    from policykb.model import TYPES

    for name, number in value.items():
        if name not in TYPES:
            return f"has no type “{name}”; types are {', '.join(TYPES)}"
        if type(number) is not int or number < 0:
            return f"must give {name} a whole number"
    return None


def _contact_problem(value: str) -> str | None:
    import re

    if re.fullmatch(r"https?://[^\s/]\S*|[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+", value):
        return None
    return "must be an address that begins with https://, or one of electronic mail"


def _address_problem(value: str) -> str | None:
    import re

    if not value.startswith(("https://", "http://")):
        return "must begin with https://"
    for name in re.findall(r"[{]([^{}]*)[}]", value):
        if name not in ("path", "line"):
            return f"may have {{path}} and {{line}} in it, not {{{name}}}"
    return None if "{path}" in value else "needs {path}, where the page's path is to stand"


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


def position(root: Path, key: str) -> tuple[int, int]:
    """1-based line and column of a setting in a root's pyproject.toml; (1, 1) where not found."""
    try:
        text = (root / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return 1, 1
    _, _, rest = _where(text, key).partition(":")
    line, _, col = rest.partition(":")
    return int(line or 1), int(col or 1)


def _where(text: str, key: str) -> str:
    """``pyproject.toml:LINE:COL`` of a key, as near as a plain search tells."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            inside = bare.startswith("[tool.policykb")
            if bare.startswith(f"[tool.policykb.{key}"):
                return f"pyproject.toml:{number}:{line.index('[') + 1}"
        elif inside and bare.partition("=")[0].strip().strip("\"'") == key:
            return f"pyproject.toml:{number}:{len(line) - len(line.lstrip()) + 1}"
    return "pyproject.toml"
