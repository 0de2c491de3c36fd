"""The types of records: ``types`` has one file a type, the only place where it is declared."""

from __future__ import annotations

from policykb.model.load import built_in
from policykb.model.record_type import RecordType
from policykb.model.spec import Spec

TYPES: dict[str, RecordType] = built_in()
"""Types of records by name, in the order in which readers meet them."""

SOURCE = "source"
"""The type whose records stand for the documents that quotations come from."""

EVIDENCE_OPTIONS = ("supports", "disputes", "shows", "subject", "said_by")
"""The options of an evidence block."""

__all__ = ["EVIDENCE_OPTIONS", "SOURCE", "TYPES", "RecordType", "Spec"]
