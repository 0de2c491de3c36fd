"""Whether what a person read is what the record says today."""

from base64 import b32encode
from collections.abc import Iterator
from hashlib import blake2b
from typing import Protocol

from policykb.base.entry import Entry
from policykb.values.identifier import is_id
from policykb.values.review import REVIEW, VERSION

_APART = frozenset(("id", "reviewed", "former_ids", "distinct_from", "tags"))
"""Fields that say nothing of what the record is about."""
_OPTIONS = ("supports", "disputes", "shows", "subject", "said_by")
LENGTH = 8
"""Characters of a key, each of five bits."""


class Firsts(Protocol):
    """What knows the id that a record had first."""

    def first_id(self, ident: str) -> str:
        """The first of the ids that a record has had; the id itself of one that is not known."""


def key(base: Firsts, entry: Entry) -> str:
    """A short digest of a record's own values and quotations: lower-case base 32 of BLAKE2b. An id
    counts as the first of its former ids, so that a renaming changes nothing."""
    text = "\0".join(_parts(base, entry))
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=LENGTH * 5 // 8).digest()
    return b32encode(digest).decode("ascii").lower()


def stamp(base: Firsts, entry: Entry) -> str:
    """The key with its version, as it stands behind the day."""
    return f"{VERSION}.{key(base, entry)}"


def holds(base: Firsts, entry: Entry) -> bool | None:
    """Whether the record still says what was read; None where no day is given, or no key of this
    version."""
    review = entry.value("reviewed", REVIEW)
    if review is None or not review.key or review.version != VERSION:
        return None
    return bool(review.key == key(base, entry))


def _parts(base: Firsts, entry: Entry) -> Iterator[str]:
    yield f"title {entry.title}"
    for field, _, text in sorted(entry.filled(), key=lambda one: one[0]):
        if field not in _APART:
            yield f"{field} {_first_ids(base, text)}"
    for one in entry.raw.evidence:
        yield f"source {_first_ids(base, one.source.strip())}"
        yield " ".join(one.quote.split())
        for name in _OPTIONS:
            if one.values.get(name, "").strip():
                yield f"{name} {_first_ids(base, one.values[name].strip())}"


def _first_ids(base: Firsts, text: str) -> str:
    """A text with every id of a known record in the form it had first."""
    if "_" not in text:
        return " ".join(text.split())
    words = text.replace(",", " , ").replace(";", " ; ").split()
    return " ".join(base.first_id(word) if is_id(word) else word for word in words)
