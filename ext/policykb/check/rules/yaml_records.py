"""Records that are written as front matter, as programs for notes have them."""

import re
from typing import NamedTuple

from policykb.markdown.page import Page
from policykb.model import TYPES, RecordType
from policykb.values.identifier import is_id

_LINE = re.compile(r"([A-Za-z_][\w-]*):[ \t]+(.*\S)[ \t]*")
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)
_TITLES = ("title", "name")
_TYPE = ("type", "record", "kind")


class Found(NamedTuple):
    """``opening`` is the first line of the record; ``text`` replaces the page up to ``end``."""

    opening: str
    text: str
    end: int


def written_as_front_matter(page: Page) -> Found | None:
    """The record whose fields stand in a page's front matter; None where that is none."""
    text = page.text
    close = text.find("\n---", 3)
    if not text.startswith("---") or close < 0 or page.records:
        return None
    lines = [_LINE.fullmatch(line) for line in text[:close].split("\n")[1:]]
    keys = {match[1].lower(): match[2].strip("\"'") for match in lines if match}
    model = _type(keys)
    if model is None:
        return None
    heading = _HEADING.search(text, close)
    title = next((keys[name] for name in _TITLES if name in keys), heading[1] if heading else "…")
    opening = f":::{{{model.name}}} {title}"
    options = [f":{key}: {value}" for key, value in keys.items() if key in _options(model, keys)]
    end = min(page.line_end(close + 1) + 1, len(text))
    return Found(opening, "\n".join([opening, *options, ":::", ""]), end)


def _type(keys: dict[str, str]) -> RecordType | None:
    """The type of the record, by its id or by its name."""
    ident = keys.get("id", "")
    if is_id(ident):
        return next((one for one in TYPES.values() if ident.startswith(one.prefix)), None)
    return next((TYPES[keys[key]] for key in _TYPE if keys.get(key) in TYPES), None)


def _options(model: RecordType, keys: dict[str, str]) -> set[str]:
    """The keys that become options: all but the title and the type's name."""
    named = {key for key in _TYPE if keys.get(key) == model.name}
    return keys.keys() - {*_TITLES, *named}
