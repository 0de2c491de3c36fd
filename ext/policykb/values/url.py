"""Web addresses."""

import re
from typing import Any

from policykb.values.base import BadValue, ValueType

ACCEPTED = "an address that begins with https:// or http://"

_URL = re.compile(r"https?://[^\s/?#@\"'<>\\`{}|]+(?:[/?#][^\s\"'<>\\`{}|]*)?")
_BARE = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[^\s\"'<>\\`{}|]*)?")


class UrlType(ValueType[str]):
    """A web address."""

    name = "url"
    accepted = ACCEPTED

    def parse(self, text: str) -> str:
        """The address itself. Raises `BadValue` for any other scheme, a space or a log-in in it."""
        if _URL.fullmatch(text):
            return text
        if re.fullmatch(r"https?://[^/?#]*@.*", text):
            raise BadValue("it carries a user name", ACCEPTED)
        if _BARE.fullmatch(text):
            raise BadValue("it has no https:// in front", ACCEPTED, "https://" + text)
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
        if scheme and scheme[1].lower() not in ("http", "https"):
            raise BadValue(f"{scheme[1]}: is not the scheme of a web page", ACCEPTED)
        raise BadValue("it is not a web address", ACCEPTED)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


URL = UrlType()
