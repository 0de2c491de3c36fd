"""What the page of a new record says to its writer, in comments."""

from collections.abc import Container

from policykb.base.index import Base
from policykb.edit.start import words
from policykb.model import RecordType

_LATER = frozenset("id title reviewed gap inferred coined former_ids distinct_from".split())
"""Fields that a new page does not offer."""


def advice(base: Base, model: RecordType, given: Container[str]) -> list[str]:
    """What can be added to a page that has some fields, in the language of the base."""
    said = words(str(base.conf.values.get("language") or "en"))["new_page"]
    names = [name for name in model.specs if name not in given and name not in _LATER]
    fields = said["fields"].format(
        command=f"policykb new {model.name} --help", fields=", ".join(names)
    )
    text = said["text"].format(label=model.label.lower())
    if model.editorial:
        return [text, fields]
    return [f"{text}{said['numbers']}", fields, said["gap"], said["quotation"]]
