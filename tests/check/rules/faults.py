"""The faults that the guide's table compares: each a change of one page of the small base."""

from collections.abc import Callable
from pathlib import Path

PRELUDE = Path(__file__).parent / "prelude"
JV = "docs/ventures/quaylight.md"
ORG = "docs/organizations/vesta.md"
PROGRAM = "docs/programs/hef.md"


def page(path: str) -> str:
    return (PRELUDE / path).read_text("utf-8")


def change(path: str, *pairs: tuple[str, str]) -> Callable[[], dict[str, str]]:
    """Change a page of the small base; what is replaced must be there."""

    def files() -> dict[str, str]:
        text = page(path)
        for old, new in pairs:
            assert old in text, (path, old)
            text = text.replace(old, new, 1)
        return {path: text}

    return files


NO_PROGRAM = (
    (":funded_by: PRG_HEF\n", ""),
    (
        ":::{evidence} SRC_NOTICE\n:supports: funded_by\n\n"
        "Quaylight will be financed from the Harbour Electrification Fund\n:::\n",
        "",
    ),
)

FAULTS: dict[str, Callable[[], dict[str, str]]] = {
    "required link missing": change(JV, *NO_PROGRAM),
    "unknown id in a link": change(JV, ("PRG_HEF", "PRG_HEFF")),
    "wrong target type": change(JV, ("by: PRG_HEF", "by: ORG_PORTS")),
    "required field missing": change(ORG, (":kind: company\n", "")),
    "value not in the vocabulary": change(ORG, (":kind: company", ":kind: companies")),
    "date in another form": change(
        ORG, (":kind: company", ":kind: company\n:reviewed: 21 May 2025")
    ),
    "duplicate id": lambda: {
        "docs/organizations/zebra.md": page(ORG).replace("Vesta Lines", "Zebra Lines")
    },
    "misspelt field": change(ORG, (":kind:", ":knid:")),
    "field of another type": change(ORG, (":kind:", ":holder: ORG_BOREALIS\n:kind:")),
    "unknown type": change(ORG, ("{org}", "{organization}")),
    "self-link": change(
        "docs/events/signing.md", (":about: JV_QUAYLIGHT", ":about: JV_QUAYLIGHT, EVT_SIGNING")
    ),
    "reference in the text to an unknown id": change(JV, ("{need}`ORG_VESTA`", "{need}`ORG_VSTA`")),
    "dead Markdown link": change(ORG, ("company\n", "company\n\nSee [the fund](hef.md).\n")),
    "unclosed block": change(ORG, ("company\n:::\n", "company\n")),
    "fence too short": change(JV, ("::::{jv}", ":::{jv}"), (":::\n::::\n", ":::\n:::\n")),
    "full-width colons": change(ORG, (":kind: company", "：kind： company")),
    "repeated option": change(ORG, (":kind: company", ":kind: agency\n:kind: company")),
    "option after the text": change(ORG, (":kind: company", "\n:kind: company")),
    "malformed option": change(ORG, (":kind: company", ':kind: "company" of ships')),
    "cut off by #": change(ORG, (":kind: company", ":kind: company\n:tags: pier #4")),
    "record hidden by an option": change(ORG, (":kind:", ":hide:\n:kind:")),
    "formula in a field": change(ORG, (":kind:", ":tags: [[echo('x')]]\n:kind:")),
    "condition in a link": change(JV, ("by: PRG_HEF", "by: PRG_HEF[status=='open']")),
    "quotation that is in no source": change(JV, ("signed an agreement", "signed a contract")),
    "date that the quotation does not show": change(JV, ("2024-03-03", "2024-03-13")),
}
"""Name of a fault, and the pages that hold it."""
