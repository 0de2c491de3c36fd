"""Web addresses."""

import re
from typing import Any

from policykb.values.base import ValueType

_URL = re.compile(r"https?://[^\s/?#@\"'<>\\`{}|]+(?:[/?#][^\s\"'<>\\`{}|]*)?")
_BARE = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[^\s\"'<>\\`{}|]*)?")


class UrlType(ValueType[str]):
    """A web address."""

    name = "url"
    accepted = "an address that begins with https:// or http://"

    def parse(self, text: str) -> str:
        """The address itself. Raises `BadValue` for any other scheme, a space or a log-in in it."""
        if _URL.fullmatch(text):
            return text
        if re.fullmatch(r"https?://[^/?#]*@.*", text):
            raise self.bad("it carries a user name")
        if _BARE.fullmatch(text):
            raise self.bad("it has no https:// in front", "https://" + text)
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
        if scheme and scheme[1].lower() not in ("http", "https"):
            raise self.bad(f"{scheme[1]}: is not the scheme of a web page")
        raise self.bad("it is not a web address")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


URL = UrlType()
