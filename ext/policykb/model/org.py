"""An organization."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import ORG_KIND
from policykb.values.country import COUNTRY
from policykb.values.identifier import ID


class Org(Record):
    """A company, ministry, agency, association or other body."""

    TYPE: ClassVar = "org"
    PREFIX: ClassVar = "ORG_"
    FOLDER: ClassVar = "organizations"
    LABEL: ClassVar = "Organization"
    PLURAL: ClassVar = "Organizations"

    kind: Annotated[
        str | None, Spec(ORG_KIND, "What sort of body it is.", required=True, editorial=True)
    ] = None
    country: Annotated[str | None, Spec(COUNTRY, "Where it is from, as a source says.")] = None
    part_of: Annotated[
        str | None,
        Spec(
            ID, "The body it belongs to.", targets=("org",), label="Part of", back="Has as a part"
        ),
    ] = None
