"""What the values of settings may be, beyond their type."""

import re
from typing import Any


def fault_of(name: str, value: Any) -> str | None:
    """The fault of a value of the right type, as the end of a sentence."""
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        return "must hold texts in quotes only"
    if name in ("docs", "seeds", "baseline", "exclude", "logo"):
        may_be_empty = name in ("baseline", "logo")
        return _path_problem(value if isinstance(value, list) else [value], may_be_empty)
    if name == "site" and value not in ("", "full", "records"):
        return f'must be "full" or "records", not "{value}"'
    if name in ("allow_directives", "allow_roles"):
        return _allowed_problem(value)
    if name == "synonyms":
        return _synonyms_problem(value)
    if name == "quoted_share" and not 0 <= value <= 1:
        return f"must be between 0 and 1, not {value:g}"
    if name == "review_after_days" and value < 1:
        return f"must be 1 or more, not {value}"
    if name == "source_after_days" and value < 0:
        return f"must be 0 or more, not {value}"
    if name == "severity" and not all(isinstance(item, str) for item in value.values()):
        return 'must give each rule "error", "warning" or "note"'
    if name == "minimum":
        return _minimum_problem(value)
    if name in ("publisher", "license") and value != " ".join(value.split()):
        return "must be one line without spaces at its ends"
    if name == "contact" and value:
        return _contact_problem(value)
    if name in ("accent", "landing") and value:
        from policykb.base import look

        return look.accent_problem(value) if name == "accent" else look.landing_problem(value)
    if name in SLOTS and value:
        return _address_problem(value, *SLOTS[name])
    return None


def _allowed_problem(names: list[str]) -> str | None:
    from policykb.markdown.allowed import EVALUATING

    bad = next((name for name in names if name in EVALUATING), None)
    return f"may not hold “{bad}”: it evaluates what a page says" if bad else None


def _path_problem(paths: list[str], may_be_empty: bool) -> str | None:
    from policykb.values.base import BadValue
    from policykb.values.path import FILE

    for text in paths:
        if not text and may_be_empty:
            continue
        try:
            FILE.parse(text.rstrip("/"))
        except BadValue as bad:
            said = bad.reason.replace("seeds/", "the base's folder")
            return f"must be a path inside the base's folder; in “{text}” {said}"
    return None


def _synonyms_problem(groups: list[str]) -> str | None:
    def few(group: str) -> bool:
        return sum(bool(word.strip()) for word in group.split(";")) < 2

    lone = next(filter(few, groups), None)
    return None if lone is None else f"needs two words or more with “;” between, not “{lone}”"


def _minimum_problem(value: dict[str, Any]) -> str | None:
    from policykb.model import TYPES

    for name, number in value.items():
        if name not in TYPES:
            return f"has no type “{name}”; types are {', '.join(TYPES)}"
        if type(number) is not int or number < 0:
            return f"must give {name} a whole number"
    return None


def _contact_problem(value: str) -> str | None:
    if re.fullmatch(r"https?://[^\s/]\S*", value) or is_mail(value):
        return None
    return "must be an address that begins with https://, or one of electronic mail"


def is_mail(value: str) -> bool:
    """Whether an address is one of electronic mail, which has no ``?`` that would begin headers."""
    return bool(re.fullmatch(r"[^\s@:/?&]+@[^\s@:/?&]+\.[^\s@:/?&]+", value))


SLOTS = {
    "suggest_url": tuple("path line".split()),
    "report_url": tuple("record field quotation source page".split()),
}
"""What may be filled in an address, in ``{ }``; the first has to be there."""


def _address_problem(value: str, *slots: str) -> str | None:
    if is_mail(value):
        return None
    if not value.startswith(("https://", "http://")):
        return "must begin with https://, or be an address of electronic mail"
    *most, last = (f"{{{one}}}" for one in slots)
    for name in re.findall(r"[{]([^{}]*)[}]", value):
        if name not in slots:
            return f"may have {', '.join(most)} and {last} in it, not {{{name}}}"
    return None if most[0] in value else f"needs {most[0]}, which stands for the {_FILLED[most[0]]}"


_FILLED = {"{path}": "page's path", "{record}": "record's name"}
