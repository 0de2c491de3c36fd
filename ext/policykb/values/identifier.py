"""Record ids."""

import re
import unicodedata
from typing import Any

from policykb.values.base import ValueType

LONGEST = 100
"""Characters of an id; each is the name of a file of the site, which can have 255 bytes."""

_ID = re.compile(r"[A-Z]+_[A-Z0-9_]+")


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= LONGEST and _ID.fullmatch(text) is not None


class IdType(ValueType[str]):
    """A record's id."""

    name = "id"
    accepted = "capital letters, digits and _, beginning with the prefix of the type, as ORG_VESTA"

    def parse(self, text: str) -> str:
        """The id itself. Raises `BadValue`, with a fix if only case or separators differ."""
        if is_id(text):
            return text
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        fix = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_").upper()
        raise self.bad("it is not an id", fix if is_id(fix) else None)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_ID.pattern}$", "maxLength": LONGEST}


ID = IdType()
