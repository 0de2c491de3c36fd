"""The types of records as pydantic models, for schemas and for other programs.

A check reads records without them: importing pydantic takes longer than reading a thousand.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, create_model

from policykb.model.record_type import RecordType


class Record(BaseModel):
    """One thing a reader would look up, with what the sources say of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def record_model(kind: RecordType) -> type[Record]:
    """A model that reads the texts of a record's options into typed values, or says what is bad."""
    fields: Any = {
        name: Annotated[Any, spec] if name in ("id", "title") else (Annotated[Any, spec], None)
        for name, spec in kind.specs.items()
    }
    return create_model(kind.name.capitalize(), __base__=Record, __doc__=kind.description, **fields)
