"""A person."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.values.identifier import ID
from policykb.values.text import TEXT


class Person(Record):
    """Somebody a source names."""

    TYPE: ClassVar = "person"
    PREFIX: ClassVar = "PER_"
    FOLDER: ClassVar = "people"
    LABEL: ClassVar = "Person"
    PLURAL: ClassVar = "People"

    affiliation: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Whom the person speaks or works for.",
            targets=("org",),
            many=True,
            label="Affiliation",
            back="People",
        ),
    ] = None
    role: Annotated[str | None, Spec(TEXT, "The office held, in the source's words.")] = None
