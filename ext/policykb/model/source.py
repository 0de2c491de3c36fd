"""A source document under seeds/, pinned by its checksum."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import PARAGRAPHS, SOURCE_NATURE
from policykb.values.date import DATE, Edtf
from policykb.values.digest import SHA256
from policykb.values.language import LANGUAGE
from policykb.values.path import FILE
from policykb.values.text import TEXT
from policykb.values.url import URL


class Source(Record):
    """A document that quotations come from."""

    TYPE: ClassVar = "source"
    PREFIX: ClassVar = "SRC_"
    FOLDER: ClassVar = "sources"
    LABEL: ClassVar = "Source"
    PLURAL: ClassVar = "Sources"
    ALL_EDITORIAL: ClassVar = True

    file: Annotated[
        str | None,
        Spec(FILE, "The document's path, relative to `seeds/`.", required=True, editorial=True),
    ] = None
    sha256: Annotated[
        str | None,
        Spec(
            SHA256,
            "The document's SHA-256 checksum.",
            required=True,
            editorial=True,
            label="SHA-256",
        ),
    ] = None
    language: Annotated[
        str | None, Spec(LANGUAGE, "The language it is written in.", required=True, editorial=True)
    ] = None
    rights: Annotated[
        str | None,
        Spec(TEXT, "What is known about its rights of use.", required=True, editorial=True),
    ] = None
    nature: Annotated[
        str | None,
        Spec(
            SOURCE_NATURE,
            "What sort of document it is.",
            editorial=True,
            label="Kind of document",
        ),
    ] = None
    paragraphs: Annotated[
        str | None,
        Spec(
            PARAGRAPHS,
            "What separates its paragraphs: `blank-line` (the default) or `line`.",
            editorial=True,
        ),
    ] = None
    publisher: Annotated[
        str | None, Spec(TEXT, "Who published it, where it says so.", editorial=True)
    ] = None
    published: Annotated[
        Edtf | None, Spec(DATE, "When it was published, where it says so.", editorial=True)
    ] = None
    url: Annotated[
        str | None, Spec(URL, "Where it was published.", editorial=True, label="Original address")
    ] = None
