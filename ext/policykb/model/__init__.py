"""The types of records: the only place where a type or a field is declared."""

from __future__ import annotations

from policykb.model.alliance import Alliance
from policykb.model.concern import Concern
from policykb.model.event import Event
from policykb.model.facility import Facility
from policykb.model.indicator import Indicator
from policykb.model.jv import Jv
from policykb.model.org import Org
from policykb.model.person import Person
from policykb.model.policy import Policy
from policykb.model.product import Product
from policykb.model.program import Program
from policykb.model.record import Record
from policykb.model.source import Source
from policykb.model.spec import Spec

TYPES: dict[str, type[Record]] = {
    model.TYPE: model
    for model in (
        Policy,
        Program,
        Alliance,
        Jv,
        Org,
        Person,
        Facility,
        Product,
        Event,
        Concern,
        Indicator,
        Source,
    )
}
"""Record classes by type name, in the order in which readers meet them."""

EVIDENCE_OPTIONS = ("supports", "disputes", "shows", "subject", "said_by")
"""The options of an evidence block."""

__all__ = ["EVIDENCE_OPTIONS", "TYPES", "Record", "Spec"]
