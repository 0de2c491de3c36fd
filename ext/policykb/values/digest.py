"""SHA-256 digests of source files."""

import re

from policykb.values.base import ValueType

_DIGEST = re.compile(r"[0-9a-f]{64}")


class DigestType(ValueType[str]):
    """A SHA-256 checksum."""

    name = "sha256"
    accepted = "the 64 hexadecimal digits that sha256sum prints"
    pattern = f"^{_DIGEST.pattern}$"

    def parse(self, text: str) -> str:
        """The digest itself, 64 lower-case hexadecimal digits. Raises `BadValue`."""
        if _DIGEST.fullmatch(text):
            return text
        fix = text.lower().removeprefix("sha256:").removeprefix("0x").strip()
        if _DIGEST.fullmatch(fix):
            raise self.bad("a digest has lower-case digits and nothing else", fix)
        if re.fullmatch(r"[0-9a-f]+", fix):
            raise self.bad(f"it has {len(fix)} digits, not 64")
        raise self.bad("it is not a SHA-256 digest")


SHA256 = DigestType()
