"""Snippets of all types of records for Visual Studio Code, made from the model."""

import json
import re
from collections.abc import Iterator
from itertools import count

from policykb.model import TYPES, RecordType, Spec

_SCOPE = "markdown"
_EVIDENCE = [
    ":::{evidence} SRC_${1}",
    ":supports: ${2:field}",
    "",
    "${0:the words of the source}",
    ":::",
]


def as_json() -> str:
    """All of them, as the file of snippets has them."""
    found = {
        model.label: {
            "scope": _SCOPE,
            "prefix": name,
            "description": model.description,
            "body": list(_body(model)),
        }
        for name, model in TYPES.items()
    }
    found["Evidence"] = {
        "scope": _SCOPE,
        "prefix": "evidence",
        "description": "A quotation from a source",
        "body": _EVIDENCE,
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def _body(model: RecordType) -> Iterator[str]:
    """The lines of a record: its title, its id, the fields that it must have."""
    stops = count(1)
    yield f"::::{{{model.name}}} ${{{next(stops)}:title}}"
    yield f":id: {model.prefix}${{{next(stops)}}}"
    for name, spec in model.specs.items():
        if spec.required and name not in ("id", "title"):
            yield f":{name}: {_stop(spec, next(stops))}"
    yield from ("", "$0", "::::")


def _stop(spec: Spec, number: int) -> str:
    """A place to fill in: one of a vocabulary's values, an id's prefix, or nothing."""
    if spec.value.choices:
        values = (re.sub(r"([\\,|])", r"\\\1", one) for one in spec.value.choices)
        return f"${{{number}|{','.join(values)}|}}"
    prefix = TYPES[spec.targets[0]].prefix if spec.targets and "any" not in spec.targets else ""
    return f"{prefix}${{{number}}}"
