"""The fields every record has, and what a record class knows of itself."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict
from pydantic_core import SchemaValidator, core_schema

from policykb.model.spec import Spec
from policykb.values.identifier import ID
from policykb.values.names import NAMES
from policykb.values.notes import NOTES, Note
from policykb.values.review import REVIEW, Review
from policykb.values.tags import TAGS
from policykb.values.text import TEXT


class Record(BaseModel):
    """One thing a reader would look up, with what the sources say of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    TYPE: ClassVar[str]
    PREFIX: ClassVar[str]
    FOLDER: ClassVar[str]
    LABEL: ClassVar[str]
    PLURAL: ClassVar[str]
    ALL_EDITORIAL: ClassVar[bool] = False
    """True for a type none of whose fields a quotation must show."""

    id: Annotated[str, Spec(ID, "The record's lasting identifier.", required=True, editorial=True)]
    title: Annotated[str, Spec(TEXT, "The record's name.", required=True, editorial=True)]
    aliases: Annotated[
        tuple[str, ...] | None,
        Spec(
            NAMES,
            "Other names it goes by, separated by `;`.",
            editorial=True,
            label="Also known as",
        ),
    ] = None
    name_ja: Annotated[
        str | None, Spec(TEXT, "Its name in Japanese.", editorial=True, label="Japanese name")
    ] = None
    reviewed: Annotated[
        Review | None,
        Spec(
            REVIEW,
            "The day a person compared the record with its sources, and the key of what it said "
            "then; empty until one has.",
            editorial=True,
            label="Compared with its sources",
        ),
    ] = None
    tags: Annotated[
        tuple[str, ...] | None, Spec(TAGS, "Free keywords, separated by `,`.", editorial=True)
    ] = None
    gap: Annotated[
        tuple[Note, ...] | None,
        Spec(NOTES, "What is not known: `field — why`, several separated by `;`.", editorial=True),
    ] = None
    inferred: Annotated[
        tuple[Note, ...] | None,
        Spec(
            NOTES,
            "What is concluded rather than shown: `field — why`, several separated by `;`.",
            editorial=True,
        ),
    ] = None

    coined: Annotated[
        str | None,
        Spec(TEXT, "Why the title is ours: no source gives a name.", editorial=True),
    ] = None
    former_ids: Annotated[
        tuple[str, ...] | None,
        Spec(
            ID,
            "Ids it had before, the first one first; links to them lead here.",
            many=True,
            editorial=True,
            label="Former ids",
        ),
    ] = None

    @classmethod
    def specs(cls) -> dict[str, Spec]:
        """Every field of the type with its declaration, in the order of declaration."""
        known = cls.__dict__.get("_specs")
        if known is None:
            known = {
                name: next(item for item in info.metadata if isinstance(item, Spec))
                for name, info in cls.model_fields.items()
            }
            cls._specs = known
        return dict(known)

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> Self:
        """What `model_validate` gives, and raises. Before its first record pydantic looks for
        plugins in every installed package, which takes as long as two thousand records do; a
        validator made from the declarations needs none."""
        validator = cls.__dict__.get("_validator")
        if validator is None:
            validator = cls._validator = SchemaValidator(cls._schema())
        return cast("Self", validator.validate_python(texts))

    @classmethod
    def _schema(cls) -> core_schema.CoreSchema:
        fields = {}
        for name, spec in cls.specs().items():
            schema: core_schema.CoreSchema = core_schema.no_info_plain_validator_function(
                spec.reader()
            )
            if not cls.model_fields[name].is_required():
                schema = core_schema.with_default_schema(schema, default=None)
            fields[name] = core_schema.model_field(schema)
        return core_schema.model_schema(
            cls,
            core_schema.model_fields_schema(fields, model_name=cls.__name__),
            config=core_schema.CoreConfig(title=cls.__name__, extra_fields_behavior="forbid"),
        )

    _specs: ClassVar[Any] = None
    _validator: ClassVar[Any] = None
