"""The words that names of records are made of."""

from collections.abc import Iterable

from policykb.check.known import Known, Other
from policykb.evidence.prose import words_of


class Words:
    """How often each word stands in the names of all records."""

    def __init__(self, known: Known) -> None:
        self._counts: dict[str, int] = {}
        self._count(known.by_id.values(), 1)

    def rename(self, old: Iterable[Other], new: Iterable[Other]) -> None:
        """Take other records, or the same by other names, in the place of some."""
        self._count(old, -1)
        self._count(new, 1)

    def __contains__(self, word: str) -> bool:
        return self._counts.get(word, 0) > 0

    def only_in(self, records: Iterable[Other], word: str) -> bool:
        """Whether no other records than some have a word in their names."""
        mine = [words_of(name).count(word) for record in records for name in record.names]
        return self._counts.get(word, 0) == sum(mine)

    def _count(self, records: Iterable[Other], by: int) -> None:
        counts = self._counts
        for record in records:
            for name in record.names:
                for word in words_of(name):
                    counts[word] = counts.get(word, 0) + by
