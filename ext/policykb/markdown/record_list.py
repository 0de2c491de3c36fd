"""The options of the ``records`` directive."""

import re
from collections.abc import Iterator, Mapping

from policykb.markdown.forms import FORMS
from policykb.model import TYPES
from policykb.model.spec import split_items

OPTIONS = FORMS["records"].options.split()


def faults(asked: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The options that mean nothing: the option, and words for it."""
    types = names(asked, "type")
    for name in types:
        if name not in TYPES:
            yield "type", f"the type “{name}”, which does not exist"
    fields = {name for one in types or TYPES if one in TYPES for name in TYPES[one].specs}
    for option, given in (("columns", names(asked, "columns")), ("sort", _sorted_by(asked))):
        for name in given:
            if name not in fields and name != "type":
                yield option, f"the field “{name}”, which no such record has"
    limit = asked.get("limit", "").strip()
    if limit and not re.fullmatch("[0-9]{1,6}", limit):
        yield "limit", f"the limit “{limit}”, which is no number"


def names(asked: Mapping[str, str], option: str) -> list[str]:
    """The names that an option lists."""
    return split_items(asked[option].strip()) if asked.get(option, "").strip() else []


def _sorted_by(asked: Mapping[str, str]) -> list[str]:
    return [asked["sort"].strip().lstrip("-")] if asked.get("sort", "").strip() else []
