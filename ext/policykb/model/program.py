"""A funding or support program."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import PROGRAM_STATUS
from policykb.values.date import DATE, Edtf
from policykb.values.identifier import ID


class Program(Record):
    """A program that gives money or support."""

    TYPE: ClassVar = "program"
    PREFIX: ClassVar = "PRG_"
    FOLDER: ClassVar = "programs"
    LABEL: ClassVar = "Program"
    PLURAL: ClassVar = "Programs"

    status: Annotated[str | None, Spec(PROGRAM_STATUS, "Where it stands.", required=True)] = None
    administered_by: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Who runs it.",
            targets=("org",),
            many=True,
            required=True,
            label="Administered by",
            back="Programs administered",
        ),
    ] = None
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
    announced: Annotated[Edtf | None, Spec(DATE, "When it was announced.")] = None
