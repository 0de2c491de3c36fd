"""The types of records: ``types`` has one file a type, the only place where it is declared; a base
may add to them in its settings."""

from policykb.model.current import BUILT_IN, TYPES, Model, current, label, use
from policykb.model.record_type import RecordType
from policykb.model.spec import Spec

SOURCE = "source"
"""The type whose records stand for the documents that quotations come from."""

EVIDENCE_OPTIONS = ("supports", "disputes", "shows", "subject", "said_by")
"""The options of an evidence block."""

__all__ = [
    "BUILT_IN",
    "EVIDENCE_OPTIONS",
    "SOURCE",
    "TYPES",
    "Model",
    "RecordType",
    "Spec",
    "current",
    "label",
    "use",
]
