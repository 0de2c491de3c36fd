"""A product."""

from typing import Annotated, ClassVar

from policykb.model.record import Record
from policykb.model.spec import Spec
from policykb.model.vocabularies import PRODUCT_KIND
from policykb.values.identifier import ID
from policykb.values.text import TEXT


class Product(Record):
    """A medicine or substance."""

    TYPE: ClassVar = "product"
    PREFIX: ClassVar = "PRD_"
    FOLDER: ClassVar = "products"
    LABEL: ClassVar = "Product"
    PLURAL: ClassVar = "Products"

    kind: Annotated[
        str | None, Spec(PRODUCT_KIND, "What sort of product it is.", required=True, editorial=True)
    ] = None
    holder: Annotated[
        str | None,
        Spec(ID, "Whose product it is.", targets=("org",), label="Holder", back="Products"),
    ] = None
    substance: Annotated[str | None, Spec(TEXT, "The active substance.")] = None
    reference: Annotated[
        str | None,
        Spec(
            ID,
            "The product it is similar to.",
            targets=("product",),
            label="Reference product",
            back="Reference product of",
        ),
    ] = None
