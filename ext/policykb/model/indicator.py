"""A figure."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import BOUND
from policykb.values.country import COUNTRY
from policykb.values.date import DATE, Edtf
from policykb.values.identifier import ID
from policykb.values.number import NUMBER, Number
from policykb.values.text import TEXT


class Indicator(Record):
    """One stated figure."""

    TYPE: ClassVar = "indicator"
    PREFIX: ClassVar = "IND_"
    FOLDER: ClassVar = "indicators"
    LABEL: ClassVar = "Indicator"
    PLURAL: ClassVar = "Indicators"

    value: Annotated[Number | None, Spec(NUMBER, "The figure.", required=True)] = None
    bound: Annotated[
        str | None,
        Spec(BOUND, "How exact the source says it is; `exact` unless stated.", editorial=True),
    ] = None
    unit: Annotated[str | None, Spec(TEXT, "What is counted, or the currency.", required=True)] = (
        None
    )
    as_of: Annotated[Edtf | None, Spec(DATE, "When it held.", label="As of")] = None
    period: Annotated[str | None, Spec(TEXT, "The span it is over, in words.")] = None
    geography: Annotated[tuple[str, ...] | None, Spec(COUNTRY, "Where it holds.", many=True)] = None
    about: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "What it is about.",
            targets=("any",),
            many=True,
            label="About",
            back="Figures about it",
        ),
    ] = None
