"""An agreement between organizations."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import ALLIANCE_KIND, ALLIANCE_STATUS
from policykb.values.country import COUNTRY
from policykb.values.date import DATE, Edtf
from policykb.values.identifier import ID
from policykb.values.text import TEXT


class Alliance(Record):
    """Two or more organizations that agreed to work together."""

    TYPE: ClassVar = "alliance"
    PREFIX: ClassVar = "ALL_"
    FOLDER: ClassVar = "alliances"
    LABEL: ClassVar = "Alliance"
    PLURAL: ClassVar = "Alliances"

    kind: Annotated[
        str | None,
        Spec(ALLIANCE_KIND, "What the parties do together.", required=True, editorial=True),
    ] = None
    status: Annotated[str | None, Spec(ALLIANCE_STATUS, "Where it stands.", required=True)] = None
    parties: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Who takes part: two or more.",
            targets=("org",),
            many=True,
            required=True,
            minimum=2,
            label="Parties",
            back="Alliances and ventures",
        ),
    ] = None
    target: Annotated[
        str | None,
        Spec(
            ID,
            "The organization it is about, such as the one a stake is taken in.",
            targets=("org",),
            label="Organization it is about",
            back="Alliances about it",
        ),
    ] = None
    stake: Annotated[str | None, Spec(TEXT, "The share taken.")] = None
    agreed: Annotated[Edtf | None, Spec(DATE, "When it was agreed.")] = None
    territory: Annotated[tuple[str, ...] | None, Spec(COUNTRY, "Where it applies.", many=True)] = (
        None
    )
    covers: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The products it is about.",
            targets=("product",),
            many=True,
            label="Covers",
            back="Covered by",
        ),
    ] = None
    funded_by: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The program that pays for it.",
            targets=("program",),
            many=True,
            label="Funded by",
            back="Funds",
        ),
    ] = None
    part_of: Annotated[
        str | None,
        Spec(
            ID,
            "The larger alliance it belongs to.",
            targets=("alliance", "jv"),
            label="Part of",
            back="Has as a part",
        ),
    ] = None
