"""What the file of a type may say: all keys, with what each may hold.

Reading a sound file needs neither this nor pydantic.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from policykb.values.registry import VALUE_TYPES

Text = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Color = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Cue = Literal["start", "end", "announce", "base", "target", "origin", "halt"]
Bound = Literal["", "about", "at-least", "at-most", "more-than", "less-than"]
Names = Annotated[list[Name], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


_ONLY = {
    "contradicted": "date",
    "home": "country",
    "office": "text",
    "unit": "number",
    "bound": "number",
}
"""The keys that fields of one value type have."""


class FieldData(_Strict):
    """One field: of one value type, a link to records of some types, or one of some values."""

    description: Text
    type: str | None = None
    targets: Names | None = None
    values: Annotated[list[Text], Field(min_length=1)] | None = None
    future: list[str] = []
    lasting: list[str] = []
    vocabulary: Text | None = None
    words: dict[str, Text] = {}
    many: bool = False
    minimum: Annotated[int, Field(ge=2)] | None = None
    required: bool = False
    editorial: bool = False
    gap: bool = True
    missing: Text | None = None
    after: Names = []
    requires: Names = []
    acyclic: bool = False
    dated: Name | None = None
    contradicted: list[Cue] = []
    home: bool = False
    office: bool = False
    unit: Name | None = None
    bound: Name | None = None
    said: dict[str, list[Bound]] = {}
    label: Text | None = None
    back: Text | None = None
    also_called: list[Name] = []

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> Self:
        given = [one for one in (self.type, self.targets, self.values) if one is not None]
        if len(given) != 1:
            raise ValueError("a field has one of type, targets and values")
        if self.type is not None and self.type not in VALUE_TYPES:
            raise ValueError(f"there is no value type {self.type}: {', '.join(VALUE_TYPES)}")
        if self.targets and not self.back:
            raise ValueError("a link needs back, its words as the target sees it")
        if self.after and self.type != "date":
            raise ValueError("only a date is after another")
        for key, kind in _ONLY.items():
            if getattr(self, key) and self.type != kind:
                raise ValueError(f"only a {kind} has {key}")
        if self.acyclic and not self.targets:
            raise ValueError("only a link is acyclic")
        if unknown := {*self.future, *self.lasting, *self.words} - {*(self.values or ())}:
            listed = ", ".join(sorted(unknown))
            raise ValueError(f"future, lasting or words name no value: {listed}")
        of_sum = [""] if self.type == "money" else []
        if unknown := {*self.said} - {*(self.values or of_sum)}:
            raise ValueError(f"said names no value: {', '.join(sorted(unknown))}")
        return self


class MenuData(_Strict):
    """The place of a list in the menu."""

    text: Text
    order: int
    beside: Annotated[list[Name], Field(alias="with")] = []


class LabelData(_Strict, extra="allow"):
    """The words of a type in a language: its own, fields by their English words, and values."""

    __pydantic_extra__: dict[str, Text]
    values: dict[str, Text] = {}


class TypeData(_Strict):
    """All that a type's file may say; `policykb.model.record_type` tells what it means."""

    label: Text
    plural: Text
    prefix: Annotated[str, Field(pattern=r"^[A-Z]+_$")]
    folder: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    description: Text
    order: int
    color: Color
    color_dark: Color | None = None
    extends: Name | None = None
    columns: list[str] = []
    beside: list[Name] = []
    through: list[Name] = []
    lead: Text | None = None
    related: Name | None = None
    newest_first: Name | None = None
    menu: MenuData | None = None
    footer: int = 0
    roles: bool = False
    timeline: bool = False
    network: Annotated[int, Field(ge=0)] = 0
    facet: Text | None = None
    search: Literal["first", "last"] | None = None
    schema_org: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]*$")] = "Thing"
    also_called: list[str] = []
    editorial: bool = False
    named: bool = False
    described: bool = False
    speaks: bool = False
    person: bool = False
    unique: bool = False
    opening: list[Name] = []
    one_of: list[Annotated[list[Name], Field(min_length=2)]] = []
    supporting: bool = False
    labels: dict[str, LabelData] = {}
    fields: dict[Name, FieldData] = {}
