"""All that a type of records is, as its file in ``model/types`` declares it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from policykb.model.spec import Spec
from policykb.values.base import BadValue

DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""
MOST_KNOWN = 5_000
"""Values of records of a type that are kept for other records with the same."""


@dataclass(frozen=True, eq=False)
class RecordType:
    """One type of records."""

    name: str
    """The directive's name, which is the file's name."""
    specs: Mapping[str, Spec]
    """Every field by its name: those of all records, then its own."""
    label: str
    plural: str
    prefix: str
    """The beginning of its ids, ending in ``_``."""
    folder: str
    """Where its pages stand, within the folder of pages."""
    description: str
    order: int
    """Its place among the types, from what readers meet first."""
    color: str
    """The color on a light ground, as ``#rrggbb``."""
    color_dark: str = ""
    """The color on a dark ground; a lighter shade of ``color`` where not given."""
    columns: tuple[str, ...] = ()
    """The fields that its list shows; ``<`` marks what links to the record, by the link's name."""
    beside: tuple[str, ...] = ()
    """The fields whose values stand beside a link to one of its records."""
    through: tuple[str, ...] = ()
    """The fields by which other records belong to one of its own: what is linked to those stands
    around it too."""
    lead: str = ""
    """A sentence above its list."""
    related: str = ""
    """The type whose list a reader of this one often wants next."""
    newest_first: str = ""
    """The field that says when it happens; its list begins with the newest."""
    roles: bool = False
    """Whether its list shows what links to each record instead of columns."""
    menu: Mapping[str, Any] | None = None
    """Its place in the menu of every page: ``text``, ``order``, and ``with``, the types whose lists
    are meant as well."""
    footer: int = 0
    """The place of its list at the foot of every page; 0 where it is not there."""
    timeline: bool = False
    """Whether its dates have a lane on the timeline."""
    network: int = 0
    """Whether the network draws it: 0 where it does not."""
    facet: str = ""
    """The filter of the search of which the titles of its records are values."""
    search: str = ""
    """``first`` or ``last`` among what a search finds."""
    schema_org: str = "Thing"
    """The type of schema.org that its records are of."""
    also_called: tuple[str, ...] = ()
    """Words that people write for the directive's name by mistake."""
    editorial: bool = False
    """Whether none of its fields needs a quotation."""
    named: bool = False
    """Whether a source that it quotes must have its name."""
    described: bool = False
    """Whether a word of its title, which describes it, or a record linked to it names it too."""
    speaks: bool = False
    """Whether it can say something and stand as a party."""
    person: bool = False
    """Whether its names are those of people."""
    unique: bool = False
    """Whether two of nearly the same name are probably one."""
    opening: tuple[str, ...] = ()
    """The fields whose values the first sentence of a record's text gives."""
    one_of: tuple[tuple[str, ...], ...] = ()
    """Groups of fields; a record has one of each group or more, or says why not."""
    supporting: bool = False
    """Whether it stands in the base for the sake of others, which must link to it."""
    labels: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Its words in other languages, as a file of the interface has them under the type: by
    language ``label``, ``plural``, ``lead``, names of fields and ``values``."""

    @cached_property
    def links(self) -> tuple[tuple[str, Spec], ...]:
        """The fields that are links."""
        return tuple((name, spec) for name, spec in self.specs.items() if spec.is_link)

    @cached_property
    def in_order(self) -> tuple[tuple[str, str], ...]:
        """Pairs of dates of which the first is not before the second."""
        return tuple((name, other) for name, spec in self.specs.items() for other in spec.after)

    @cached_property
    def companions(self) -> tuple[tuple[str, str], ...]:
        """Pairs of fields of which the first does not stand without the second."""
        return tuple((name, other) for name, spec in self.specs.items() for other in spec.requires)

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields that a record must have, but for its id and those with a rule of their own."""
        fields = self.specs.items()
        return tuple(
            name for name, one in fields if one.required and name != "id" and not one.missing
        )

    @cached_property
    def facts(self) -> frozenset[str]:
        """The fields that a quotation must show."""
        if self.editorial:
            return frozenset()
        return frozenset(name for name, one in self.specs.items() if not one.editorial)

    def file_name(self, ident: str) -> str:
        """The name of a record's page: its id without the prefix, in small letters, or with it
        where no file could have the name."""
        name = ident.removeprefix(self.prefix)
        whole = ident if DEVICE.fullmatch(name) else name
        return whole.lower().replace("_", "-") + ".md"

    def read(self, texts: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, BadValue]]:
        """The typed values of known fields, and why the others are no values."""
        values: dict[str, Any] = {}
        bad: dict[str, BadValue] = {}
        known = self._known
        for item in texts.items():
            value = known.get(item, known)
            if value is known:
                try:
                    value = self.specs[item[0]].read(item[1])
                except BadValue as error:
                    bad[item[0]] = error
                    continue
                if len(known) < MOST_KNOWN:
                    known[item] = value
            values[item[0]] = value
        return values, bad

    @cached_property
    def _known(self) -> dict[tuple[str, str], Any]:
        """Values that were read, by field and text: many records have the same."""
        return {}
