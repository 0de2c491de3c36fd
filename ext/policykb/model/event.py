"""An event."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import EVENT_KIND, EVENT_STATUS
from policykb.values.date import DATE, Edtf
from policykb.values.identifier import ID
from policykb.values.text import TEXT


class Event(Record):
    """Something that happened or is to happen on a day or within a period."""

    TYPE: ClassVar = "event"
    PREFIX: ClassVar = "EVT_"
    FOLDER: ClassVar = "events"
    LABEL: ClassVar = "Event"
    PLURAL: ClassVar = "Events"

    kind: Annotated[
        str | None, Spec(EVENT_KIND, "What sort of event it is.", required=True, editorial=True)
    ] = None
    status: Annotated[str | None, Spec(EVENT_STATUS, "Whether it has taken place.")] = None
    date: Annotated[Edtf | None, Spec(DATE, "When it takes place.")] = None
    place: Annotated[str | None, Spec(TEXT, "Where it takes place, in words.")] = None
    led_by: Annotated[
        str | None, Spec(ID, "Who leads it.", targets=("person",), label="Led by", back="Leads")
    ] = None
    participants: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Who takes part.",
            targets=("org", "person"),
            many=True,
            label="Participants",
            back="Takes part in",
        ),
    ] = None
    met: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Whom the participants meet.",
            targets=("org", "person"),
            many=True,
            label="Met",
            back="Met by",
        ),
    ] = None
    about: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "What it is about.",
            targets=("any",),
            many=True,
            label="About",
            back="Events about it",
        ),
    ] = None
