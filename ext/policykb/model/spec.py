"""What a field is: its value type, its rank (required, editorial) and, for a link, its targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any

from policykb.values.base import BadValue, ValueType
from policykb.values.term import Vocabulary

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

SOURCE_DAY = "its_source"
"""What `Spec.dated` is where the day of the source is all that tells of when a value is."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A field's declaration.

    ``description`` is one sentence for the field reference. ``required`` may be met by a gap
    instead, unless ``gap`` is false; ``missing`` names the rule that reports its absence where it
    is not the common one. ``editorial`` marks what editors know and no quotation must show.
    ``targets`` makes the field a link to records of those types; ``many`` lets it hold several ids
    separated by ``,``; ``minimum`` is how many distinct ones it needs. ``back`` words the link as
    the target sees it, and ``also_called`` are names that people write for the field's by mistake.
    ``after`` names dates that it is not before, ``requires`` fields that a
    record with it has too; ``acyclic`` links never lead back to where they began. ``dated`` says
    that the value holds for a time only, and what tells when it did: a date of the record, else, or
    where it is `SOURCE_DAY`, the day of the source.

    The grades ask for the rest. ``contradicted`` are the kinds of cue words that speak of another
    day than a date's; ``home`` marks a country that something is of, not one that something is laid
    on, ``office`` a text that words beside it make another one ("Deputy"). ``unit`` and ``bound``
    name the fields that say what a number counts and how exactly; ``said`` is, by the values of the
    latter, what the words of a number may say, and anything of a value that it leaves out; of a sum
    without such a field it is under the empty value.
    """

    value: ValueType[Any]
    description: str
    required: bool = False
    editorial: bool = False
    targets: tuple[str, ...] = ()
    many: bool = False
    minimum: int = 0
    label: str = ""
    back: str = ""
    also_called: tuple[str, ...] = ()
    gap: bool = True
    missing: str = ""
    after: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    acyclic: bool = False
    dated: str = ""
    contradicted: tuple[str, ...] = ()
    home: bool = False
    office: bool = False
    unit: str = ""
    bound: str = ""
    said: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    kind: str = field(init=False, repr=False, compare=False)
    """``link``, ``value`` (which is read in texts), ``term`` or ``text``."""

    def __post_init__(self) -> None:
        kind = "link" if self.targets else "value" if self.value.is_read else "text"
        if kind == "text" and isinstance(self.value, Vocabulary):
            kind = "term"
        object.__setattr__(self, "kind", kind)

    @property
    def is_link(self) -> bool:
        return bool(self.targets)

    def words_for(self, field: str) -> str:
        """The field's name in words: ``in_force`` is “In force”."""
        plain = field.replace("_", " ").replace("-", " ")
        return self.label or plain[:1].upper() + plain[1:]

    def read(self, text: object) -> Any:
        """The typed value of an option's text; raises `BadValue`."""
        if not isinstance(text, str):
            raise BadValue("it is not text", self.value.accepted)
        text = text.strip()
        if not text:
            return None
        if not self.many:
            return self.value.parse(text)
        return tuple([self.value.parse(item) for item in split_items(text)]) or None

    def words(self, value: Any) -> list[str]:
        """A typed value of the field in words, one for each item."""
        items = value if self.many else (value,)
        return [part for item in items for part in self.value.parts(item)]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        one = self.value.schema()
        if self.many:
            one = {"type": "string"}
        one["description"] = self.description
        if self.is_link:
            one["x-links-to"] = list(self.targets)
        if self.editorial:
            one["x-editorial"] = True
        return one


def split_items(text: str) -> list[str]:
    """The items of a comma-separated list, trimmed, empty ones dropped."""
    if "," not in text:
        return [text.strip()]
    return [intern(item) for part in text.split(",") if (item := part.strip())]
