"""The value types by the names that the types of records call them."""

from typing import Any

from policykb.values.base import ValueType
from policykb.values.country import COUNTRY
from policykb.values.date import DATE
from policykb.values.digest import SHA256
from policykb.values.identifier import ID
from policykb.values.language import LANGUAGE
from policykb.values.money import MONEY
from policykb.values.names import NAMES
from policykb.values.notes import DISTINCT, NOTES
from policykb.values.number import NUMBER
from policykb.values.path import FILE
from policykb.values.review import REVIEW
from policykb.values.tags import TAGS
from policykb.values.text import TEXT
from policykb.values.url import URL

VALUE_TYPES: dict[str, ValueType[Any]] = {
    one.name: one
    for one in (
        COUNTRY,
        DATE,
        DISTINCT,
        FILE,
        ID,
        LANGUAGE,
        MONEY,
        NAMES,
        NOTES,
        NUMBER,
        REVIEW,
        SHA256,
        TAGS,
        TEXT,
        URL,
    )
}
