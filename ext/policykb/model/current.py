"""The model of the base at hand: the types that come with policykb, or these and a base's own.

Whoever reads a base, or runs rules over it, says with `use` which model is meant from then on; each
thread and task has its own. Records keep the type that they were read with.
"""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from policykb.model.load import built_in, record_types
from policykb.model.record_type import RecordType
from policykb.text import lexicon
from policykb.text.lexicon import Lexicon


@dataclass(frozen=True, eq=False)
class Model:
    """Types of records by name, in the order in which readers meet them; and words that a base adds
    to those of the languages: by language, tables as in its file."""

    types: Mapping[str, RecordType]
    words: Mapping[str, Any]

    @cached_property
    def lexicons(self) -> Mapping[str, Lexicon]:
        """The lexicons of the languages to which words are added."""
        return lexicon.with_words(self.words)


BUILT_IN = Model(record_types(built_in()), {})
"""The model of a base that adds nothing."""

_CURRENT: ContextVar[Model] = ContextVar("model", default=BUILT_IN)


def current() -> Model:
    """The model of the base at hand."""
    return _CURRENT.get()


def use(model: Model) -> None:
    """Go on with a model."""
    _CURRENT.set(model)
    lexicon.use(model.lexicons)


class _Types(Mapping[str, RecordType]):
    """The types of the current model."""

    def __getitem__(self, name: str) -> RecordType:
        return _CURRENT.get().types[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_CURRENT.get().types)

    def __len__(self) -> int:
        return len(_CURRENT.get().types)

    def __contains__(self, name: object) -> bool:
        return name in _CURRENT.get().types


TYPES: Mapping[str, RecordType] = _Types()
"""Types of records by name, in the order in which readers meet them."""


def label(name: str) -> str:
    """How readers call a type, in small letters; its name where the model has it no more."""
    return TYPES[name].label.lower() if name in TYPES else name
