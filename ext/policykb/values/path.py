"""Files of sources, relative to seeds/."""

import re

from policykb.values.base import BadValue, ValueType

ACCEPTED = "a path inside seeds/, as 000_notice.txt"


def parse(text: str) -> str:
    """The path itself, with `/` between its parts. Raises `BadValue` for one that leaves seeds/."""
    if text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text):
        raise BadValue("the path is absolute", ACCEPTED)
    if "\\" in text:
        fix = text.replace("\\", "/")
        raise BadValue("a path is written with /", ACCEPTED, None if ".." in fix else fix)
    parts = text.split("/")
    if ".." in parts:
        raise BadValue("the path leaves seeds/", ACCEPTED)
    if "" in parts or "." in parts:
        fix = "/".join(part for part in parts if part not in ("", "."))
        raise BadValue("the path has an empty part", ACCEPTED, fix or None)
    if any(ord(char) < 32 for char in text):
        raise BadValue("the path has a control character", ACCEPTED)
    return text


class FileType(ValueType[str]):
    """A file of a source."""

    name = "file"
    accepted = ACCEPTED
    pattern = r"^(?!/)(?!.*\.\.)[^\\]+$"

    def parse(self, text: str) -> str:
        return parse(text)


FILE = FileType()
