"""A mistake for a rule, made in a copy of the real base; others take the example on their page.

Each mutation takes the copy's folder and makes the kind of slip that its rule is for. They lean on
the form of the pages, not on their words, so that the records may go on changing.
"""

import re
from collections.abc import Callable
from pathlib import Path

JV = "docs/ventures/akita-biosimilars.md"
ORG = "docs/organizations/mycenax.md"
OTHER = "docs/organizations/alfresa.md"
PROGRAM = "docs/programs/biosimilar-plants.md"
TRAINING = "docs/programs/cdmo-training.md"
EVENT = "docs/events/subsidy-acceptance.md"
SOURCE = "docs/sources/biosimilar-jv.md"
NEW = "docs/organizations/new.md"

Mutation = Callable[[Path], None]


def change(path: str, pattern: str, text: str) -> Mutation:
    """Replace the first match of a pattern in a page; there must be one."""

    def mutate(root: Path) -> None:
        old = (root / path).read_text("utf-8")
        new, count = re.subn(pattern, lambda _: text, old, count=1, flags=re.MULTILINE)
        assert count == 1, f"{path} has no {pattern}"
        (root / path).write_text(new, "utf-8")

    return mutate


def put(path: str, name: str, value: str) -> Mutation:
    """Give the first record of a page an option, in place of the one it may have."""

    def mutate(root: Path) -> None:
        old = (root / path).read_text("utf-8")
        rest = re.sub(rf"^:{name}:.*\n", "", old, count=1, flags=re.MULTILINE)
        head, mark, tail = rest.partition("\n:id:")
        if name == "id":
            head, mark, tail = re.split(r"(?m)(\}[^\n]*)$", rest, maxsplit=1)
            (root / path).write_text(f"{head}{mark}\n:id: {value}{tail}", "utf-8")
            return
        line, _, more = tail.partition("\n")
        assert mark
        (root / path).write_text(f"{head}{mark}{line}\n:{name}: {value}\n{more}", "utf-8")

    return mutate


def drop(path: str, name: str) -> Mutation:
    """Delete the first option of this name."""
    return change(path, rf"^:{name}:.*\n", "")


def prose(path: str, text: str) -> Mutation:
    """Begin a record's text with a line."""
    return change(path, r"\n\n(?=\S)(?!:|#)", f"\n\n{text}\n\n")


def after(path: str, text: str) -> Mutation:
    """Write something behind everything in a page."""

    def mutate(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as page:
            page.write(f"\n{text}\n")

    return mutate


def page(text: str, path: str = NEW) -> Mutation:
    """Add a page."""

    def mutate(root: Path) -> None:
        (root / path).write_text(f"# New\n\n{text}\n", "utf-8")

    return mutate


def org(ident: str, title: str, more: str = "") -> Mutation:
    """Add the page of an organization."""
    return page(f":::{{org}} {title}\n:id: {ident}\n:kind: company\n{more}:::")


def link(root: Path) -> None:
    (root / "docs" / "link.md").symlink_to("/etc/hostname")


def bytes_of_another_encoding(root: Path) -> None:
    (root / NEW).write_bytes("# 会社\n".encode("shift-jis"))


def settings(text: str) -> Mutation:
    def mutate(root: Path) -> None:
        path = root / "pyproject.toml"
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return mutate


def baseline(root: Path) -> None:
    settings('baseline = "known.txt"\n')(root)
    (root / "known.txt").write_text("0123456789abcdef0123 PKB104 something fixed\n", "utf-8")


def several(*mutations: Mutation) -> Mutation:
    def mutate(root: Path) -> None:
        for each in mutations:
            each(root)

    return mutate


def cut_a_word(root: Path) -> None:
    """Take the last three letters from a page's first quotation."""
    old = (root / ORG).read_text("utf-8")
    (root / ORG).write_text(re.sub(r"\w{3}(?=\n:::\n)", "", old, count=1), "utf-8")


def quote_twice(root: Path) -> None:
    """Write a page's first evidence a second time."""
    old = (root / ORG).read_text("utf-8")
    found = re.search(r"^:::\{evidence\}.*?^:::\n", old, re.MULTILINE | re.DOTALL)
    assert found
    (root / ORG).write_text(old.replace(found[0], f"{found[0]}\n{found[0]}", 1), "utf-8")


def circle(root: Path) -> None:
    put(ORG, "part_of", "ORG_ALFRESA")(root)
    put(OTHER, "part_of", "ORG_MYCENAX")(root)


def grow_a_source(root: Path) -> None:
    path = next((root / "seeds").glob("000_*"))
    path.write_bytes(path.read_bytes() + b"\nOne line more.\n")


def quote_all_of_a_source(root: Path) -> None:
    text = next((root / "seeds").glob("000_*")).read_text("utf-8")
    blocks = "\n\n".join(
        f":::{{evidence}} SRC_BIOSIMILAR_JV\n:supports: text\n\n{' '.join(part.split())}\n:::"
        for part in text.split("\n\n")
        if len(part) > 20
    )
    page(f"::::{{org}} New\n:id: ORG_NEW\n:kind: company\n\n{blocks}\n::::")(root)


def lose_a_source(root: Path) -> None:
    next((root / "seeds").glob("000_*")).unlink()


def misname(root: Path) -> None:
    page = root / ORG
    page.rename(page.with_suffix(".markdown"))


def add_a_source_file(root: Path) -> None:
    (root / "seeds" / "005_new.txt").write_text("Something new.\n", "utf-8")


QUOTE = r"(?<=\n\n)[^:#\n][^\n]*(?=\n:::\n)"
"""The words of a page's first quotation."""

MUTATIONS: dict[str, Mutation] = {
    "PKB101": change(ORG, r"\{org\}", "{organization}"),
    "PKB102": change(ORG, r"^:kind:", ":knid:"),
    "PKB103": put(ORG, "administered_by", "ORG_MHLW"),
    "PKB104": drop(ORG, "kind"),
    "PKB105": put(ORG, "country", "Taiwan"),
    "PKB106": put(ORG, "gap", "kind — the sources do not say"),
    "PKB107": put(ORG, "gap", "part_of — unknown"),
    "PKB108": put(ORG, "gap", "owner — the sources do not say"),
    "PKB109": put(ORG, "inferred", "part_of — it is named beside the other"),
    "PKB110": drop(ORG, "id"),
    "PKB111": put(ORG, "id", "org_mycenax"),
    "PKB112": put(ORG, "id", "JV_MYCENAX"),
    "PKB113": put(ORG, "id", "ORG_ALFRESA"),
    "PKB114": change(ORG, r"^:kind:", ":kind: agency\n:kind:"),
    "PKB115": change(ORG, r"^:kind:", "\n:kind:"),
    "PKB116": put(ORG, "aliases", '"MBI" or so'),
    "PKB117": put(ORG, "tags", "bio #1"),
    "PKB118": change(ORG, r"^:kind:", "：kind："),
    "PKB119": change(ORG, r"\n::::\n\Z", "\n"),
    "PKB120": change(ORG, r"^::::\{org\}", ":::{org}"),
    "PKB121": prose(ORG, ":::{org} New\n:id: ORG_NEW\n:kind: company\n:::"),
    "PKB122": page("- one\n\n  :::{org} New\n  :id: ORG_NEW\n  :kind: company\n  :::"),
    "PKB123": after(ORG, ":::{evidence} SRC_BIOSIMILAR_JV\n:supports: text\n\nwords\n:::"),
    "PKB124": after(ORG, "```{default-domain} py\n```"),
    "PKB125": page(
        "".join(":" * n + "{note}\n" for n in range(20, 2, -1))
        + "".join(":" * n + "\n" for n in range(3, 21))
    ),
    "PKB126": bytes_of_another_encoding,
    "PKB127": change(ORG, r"^::::\{org\} ", "::::{org}"),
    "PKB128": change(ORG, r"^::::\{org\} ", "::::{ org } "),
    "PKB129": prose(ORG, "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other"),
    "PKB131": several(change(ORG, r"\A", "```markdown\n"), after(ORG, "```")),
    "PKB132": misname,
    "PKB201": put(JV, "funded_by", "PRG_BIOSIMILAR_PLANT"),
    "PKB202": put(JV, "funded_by", "ORG_MHLW"),
    "PKB203": drop(JV, "funded_by"),
    "PKB204": put(JV, "parties", "ORG_ALFRESA"),
    "PKB205": put(ORG, "part_of", "ORG_MYCENAX"),
    "PKB206": circle,
    "PKB207": several(
        change(EVENT, r", PRG_BIOSIMILAR_PLANTS", ""),
        drop(JV, "funded_by"),
        put(JV, "gap", "funded_by — no source names a program"),
    ),
    "PKB208": several(put(PROGRAM, "status", "closed"), put(JV, "status", "operating")),
    "PKB209": put(EVENT, "about", "JV_AKITA_BIOSIMILARS, JV_AKITA_BIOSIMILARS"),
    "PKB301": change(ORG, QUOTE, "offering services that no source speaks of"),
    "PKB302": change(EVENT, r"^:supports: status, ", ":supports: "),
    "PKB303": put(EVENT, "date", "2025-05-12"),
    "PKB304": change(ORG, r"^:supports: text", ":supports: place"),
    "PKB305": cut_a_word,
    "PKB306": change(ORG, r"SRC_BIOSIMILAR_JV", "SRC_BIOSIMILAR"),
    "PKB307": quote_twice,
    "PKB308": quote_all_of_a_source,
    "PKB309": change(
        ORG, r"^:supports: text", ':supports: text\n:shows: country TW = "the island"'
    ),
    "PKB310": grow_a_source,
    "PKB311": lose_a_source,
    "PKB312": add_a_source_file,
    "PKB313": change(EVENT, r"^:supports: status, date,", ":disputes: date\n:supports: status,"),
    "PKB314": change(ORG, r"^:supports: text\n", ""),
    "PKB315": change(EVENT, r"^The involved parties.*$", "as of May 21, 2025"),
    "PKB316": change(EVENT, r"^:supports: status,", ":subject: the crew\n:supports: status,"),
    "PKB317": change(TRAINING, r"^:coined: .*\n", ""),
    "PKB401": put(EVENT, "date", "2025-02-30"),
    "PKB402": put(EVENT, "date", "2025-05-21/2025-05-20"),
    "PKB403": put(ORG, "reviewed", "2027-01-01"),
    "PKB404": put(ORG, "reviewed", "2020-01-01"),
    "PKB405": put(ORG, "reviewed", "2025"),
    "PKB406": put(EVENT, "date", "2027-05-21"),
    "PKB501": org("ORG_NEW", "MYCENAX BIOTECH Inc."),
    "PKB502": org("ORG_NEW", "New", ":aliases: Mycenax\n"),
    "PKB503": put(ORG, "aliases", "Mycenax; the manufacturer"),
    "PKB504": put(ORG, "aliases", "MB, Mycenax"),
    "PKB505": put(ORG, "distinct_from", "ORG_MYCENAX_EU — it is in Europe"),
    "PKB601": prose(ORG, "See {need}`ORG_ALFRES`."),
    "PKB602": prose(ORG, "See [the ministry](mhwl.md)."),
    "PKB603": prose(ORG, "See [the ministry](mhlw.md#nowhere)."),
    "PKB604": prose(ORG, "It knows Alfresa Holdings."),
    "PKB605": page("Because.", "docs/briefs/new.md"),
    "PKB606": page("{need}`ORG_METI` said so in 1903.", "docs/briefs/new.md"),
    "PKB610": prose(ORG, "It has 4711 partners."),
    "PKB611": prose(ORG, "It knows Quaylight Shipping."),
    "PKB614": prose(ORG, "See [[ORG_ALFRESA]]."),
    "PKB620": prose(EVENT, "It was accepted."),
    "PKB701": after(ORG, "```{needlist}\n:filter: True\n```"),
    "PKB702": prose(ORG, "There are {need_count}`True`."),
    "PKB703": prose(ORG, "A <script>alert(1)</script>."),
    "PKB704": put(ORG, "tags", "[[echo('x')]]"),
    "PKB705": put(JV, "funded_by", "PRG_BIOSIMILAR_PLANTS[status=='running']"),
    "PKB706": put(ORG, "hide", "true"),
    "PKB707": prose(ORG, "A [link](javascript:alert(1))."),
    "PKB708": prose(ORG, "An ![image](https://example.org/a.png)."),
    "PKB709": put(ORG, "tags", "bio\u202etech"),
    "PKB710": put(ORG, "aliases", "Мycenax Taiwan"),
    "PKB711": prose(ORG, "A bell\x07."),
    "PKB712": change(ORG, r"\A", "---\nmyst:\n  substitutions: {a: b}\n---\n"),
    "PKB713": link,
    "PKB714": page("Nothing.", "docs/organizations/a b.md"),
    "PKB901": org("ORG_NEW", "Quaylight"),
    "PKB902": settings("minimum = { jv = 1000 }\n"),
    "PKB903": prose(ORG, "% policykb: ignore[PKB604] it is no name here\n"),
    "PKB904": prose(ORG, "% policykb: ignore[PKB604]\n"),
    "PKB905": baseline,
}
