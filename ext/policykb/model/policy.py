"""A policy."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import POLICY_STATUS
from policykb.values.country import COUNTRY
from policykb.values.date import DATE, Edtf
from policykb.values.identifier import ID


class Policy(Record):
    """A strategy, measure or decision of an authority."""

    TYPE: ClassVar = "policy"
    PREFIX: ClassVar = "POL_"
    FOLDER: ClassVar = "policies"
    LABEL: ClassVar = "Policy"
    PLURAL: ClassVar = "Policies"

    status: Annotated[str | None, Spec(POLICY_STATUS, "Where it stands.", required=True)] = None
    issued_by: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The authority it comes from.",
            targets=("org",),
            many=True,
            required=True,
            label="Issued by",
            back="Policies issued",
        ),
    ] = None
    jurisdiction: Annotated[str | None, Spec(COUNTRY, "Where it applies.")] = None
    announced: Annotated[Edtf | None, Spec(DATE, "When it was announced.")] = None
    effective: Annotated[Edtf | None, Spec(DATE, "From when it applies.")] = None
    implements: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The policy it carries out.",
            targets=("policy",),
            many=True,
            label="Carries out",
            back="Carried out by",
        ),
    ] = None
    addresses: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "The concern it answers.",
            targets=("concern",),
            many=True,
            label="Addresses",
            back="Addressed by",
        ),
    ] = None
