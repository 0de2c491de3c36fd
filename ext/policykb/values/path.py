"""Files of sources, relative to seeds/."""

import re

from policykb.values.base import ValueType


class FileType(ValueType[str]):
    """A file of a source."""

    name = "file"
    accepted = "a path inside seeds/, as 000_notice.txt"
    pattern = r"^(?!/)(?!.*\.\.)[^\\]+$"

    def parse(self, text: str) -> str:
        """The path itself, `/` between its parts. Raises `BadValue` for one that leaves seeds/."""
        if text.startswith(("/", "~")) or re.match(r"[A-Za-z]:", text):
            raise self.bad("the path is absolute")
        if "\\" in text:
            fix = text.replace("\\", "/")
            raise self.bad("a path is written with /", None if ".." in fix else fix)
        parts = text.split("/")
        if ".." in parts:
            raise self.bad("the path leaves seeds/")
        if "" in parts or "." in parts:
            fix = "/".join(part for part in parts if part not in ("", "."))
            raise self.bad("the path has an empty part", fix or None)
        if any(ord(char) < 32 for char in text):
            raise self.bad("the path has a control character")
        return text


FILE = FileType()
