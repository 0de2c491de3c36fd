"""A concern."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.values.identifier import ID


class Concern(Record):
    """A difficulty or wish that somebody has stated."""

    TYPE: ClassVar = "concern"
    PREFIX: ClassVar = "CON_"
    FOLDER: ClassVar = "concerns"
    LABEL: ClassVar = "Concern"
    PLURAL: ClassVar = "Concerns"

    raised_by: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Who raised it, or where.",
            targets=("org", "event", "person"),
            many=True,
            label="Raised by",
            back="Concerns raised",
        ),
    ] = None
    raised_with: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Whom it was raised with.",
            targets=("org", "person"),
            many=True,
            label="Raised with",
            back="Concerns received",
        ),
    ] = None
