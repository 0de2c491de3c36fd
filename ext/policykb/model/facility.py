"""A facility."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.values.identifier import ID
from policykb.values.text import TEXT


class Facility(Record):
    """A plant, laboratory or office."""

    TYPE: ClassVar = "facility"
    PREFIX: ClassVar = "FAC_"
    FOLDER: ClassVar = "facilities"
    LABEL: ClassVar = "Facility"
    PLURAL: ClassVar = "Facilities"

    operator: Annotated[
        str | None,
        Spec(
            ID, "Who runs it.", targets=("org",), required=True, label="Operator", back="Facilities"
        ),
    ] = None
    place: Annotated[str | None, Spec(TEXT, "Where it is, in words.")] = None
