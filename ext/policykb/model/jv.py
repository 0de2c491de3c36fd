"""A joint venture."""

from typing import Annotated, ClassVar

from policykb.model.alliance import Alliance
from policykb.model.spec import Spec
from policykb.model.vocabularies import ALLIANCE_KIND
from policykb.values.identifier import ID


class Jv(Alliance):
    """A company or undertaking that its parties set up and own together."""

    TYPE: ClassVar = "jv"
    PREFIX: ClassVar = "JV_"
    FOLDER: ClassVar = "ventures"
    LABEL: ClassVar = "Joint venture"
    PLURAL: ClassVar = "Joint ventures"

    kind: Annotated[
        str | None, Spec(ALLIANCE_KIND, "What the parties do together.", editorial=True)
    ] = None
    funded_by: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The program that pays for it.",
            targets=("program",),
            many=True,
            required=True,
            label="Funded by",
            back="Funds",
        ),
    ] = None
    site: Annotated[
        str | None, Spec(ID, "Where it works.", targets=("facility",), label="Site", back="Site of")
    ] = None
