"""Pages in which a record stands among what an extension of MyST reads in its own way."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from importlib.util import find_spec

PLAIN: tuple[str, ...] = (
    "Words of a page.",
    "- one\n- two\n\n  more of two",
    "1. one\n\n   ```text\n   code\n   ```",
    "> a quote\n> of two lines",
    "| a | b |\n|---|---|\n| c | `d` |",
    "    code by its indent",
    "```python\nx = 1\n```",
    "~~~\ntildes\n~~~",
    ":::{note}\nA note.\n:::",
    "::::{tip}\n\n:::{note}\nA note in a tip.\n:::\n::::",
    "Text[^1] with a note.\n\n[^1]: The note.\n\n    More of the note.",
    "## A section\n\n[to it](#a-section)",
    "% a comment\n% of two lines",
    "+++",
    "---",
    "```{code-block} text\nwords\n```",
    "[a link][ref]\n\n[ref]: https://example.org/",
    "A line  \nbroken\\\ntwice.",
    "```{glossary}\nquay\n  A place for ships.\n```",
    "```{figure} a.png\nA caption.\n```",
    "```{list-table}\n- - a\n  - b\n```",
    "Setext\n------\n\nWords.",
    "***",
    "* * *\n\n- \n  late",
    "`` ` `` and \\`escaped\\` and <https://example.org/>",
)
"""What MyST reads with no extension beside that of colon fences."""

OF_EXTENSIONS: dict[str, tuple[str, ...]] = {
    "amsmath": (
        "\\begin{equation}\na = b\n\\end{equation}",
        "\\begin{align*}\na &= b\n\n&= c\n\\end{align*}",
        "\\begin{gather}\nnever ended",
    ),
    "attrs_block": (
        "{.wide}\nWords.",
        "{.narrow}\n> words",
        "{.a}\n```text\nb\n```",
    ),
    "attrs_inline": (
        "`code`{.wide}",
        "[words]{.of-a-span}",
        "[a](https://example.org/){.external}",
    ),
    "deflist": (
        "Term\n: What it is.",
        "Term\n\n: What it is.\n\n  More of it.\n\n: Or that.",
        "Term `a`\n: ```text\n  code\n  ```",
    ),
    "dollarmath": (
        "$$\na = b\n$$",
        "$$ a = b $$ (of-an-equation)",
        "It is $a$, costs 5$ or 6$, $`b$ and `$`.",
        "$$\n```\n$$",
        "$$\nnever ended",
    ),
    "fieldlist": (":name: value", ":name: value\n  more of it\n:other: - item", ":a: :b: c"),
    "gfm_autolink": ("See www.example.org and https://example.org/a_b.",),
    "linkify": ("See www.example.org, example.com/a and `example.net`.", "<example.org>"),
    "html_admonition": ('<div class="admonition note">\nWords.\n</div>',),
    "html_image": ('<img src="a.png" alt="a">',),
    "replacements": ("(c) and ... and +-",),
    "section_ref": ("See §1 and § 2.",),
    "smartquotes": ("\"It's\" 'so'.",),
    "strikethrough": ("~~gone~~ and ~not~", "~~~text\ncode\n~~~", "~~over\nlines~~"),
    "substitution": ("{{ key }}", "{{\nkey\n}}"),
    "tasklist": ("- [x] done\n- [ ] not\n\n  more",),
    "alert": ("> [!NOTE]\n> Words.", "> [!WARNING]\n> - a\n> - b"),
}
"""What each extension reads, in ways that people write."""
if find_spec("linkify_it") is None:
    del OF_EXTENSIONS["linkify"]  # MyST reads it where a package of its own is installed.

_FENCES = (":::", "::::::", "```", "`````", "~~~~")
_PREFIXES = ("", "", "", "  ", "    ", "> ", "- ", "   ", ": ", "\t")


RECORDS = {
    "company": "{org} Lines ID\n:id: ORG_ID\n:kind: company\n",
    "program": "{program} Lines ID\n:id: PRG_ID\n"
    ":gap: status — the notice does not say; administered_by — the notice does not say\n",
    "port": """{org} Lines ID
:id: ORG_ID
:kind: company
:coined: made to compare
:country: NO

INNER{evidence} SRC_NOTICE
:supports: country
:subject: "Port Solveig"

shore power to the quays of
Norway’s Port Solveig
INNER
""",
}
"""Records by their kind: of a type, of the type that is named as a directive of Sphinx, and with
evidence."""


def record(ident: str, fence: str, body: str = "", kind: str = "company") -> str:
    """A record as lines, with words of its own or without."""
    text = f"\n{body}\n" if body else ""
    inner = "```" if fence[0] == ":" else ":::"
    return fence + RECORDS[kind].replace("ID", ident).replace("INNER", inner) + text + fence


def spliced(texts: Sequence[str], ident: str, chance: random.Random) -> str:
    """A page of some texts with a record before, after, in or around them."""
    chosen = [chance.choice(texts) for _ in range(chance.randint(1, 3))]
    gap = chance.choice(("\n\n", "\n\n", "\n"))
    fence = chance.choice(_FENCES)
    text = gap.join(chosen)
    kind = chance.choice(list(RECORDS))
    made = record(ident, fence, kind=kind)
    way = chance.randrange(8)
    if way == 0:
        return _page(gap.join((made, text)))
    if way == 1:
        return _page(gap.join((text, made)))
    if way == 2:
        return _page(record(ident, "::::::::", text, kind))
    if way == 3:
        return _page(f"{chance.choice(_FENCES)}{{note}}\n{made}\n\n{text}")
    return _page(_within(text, made, gap, chance))


def _within(text: str, made: str, gap: str, chance: random.Random) -> str:
    """The record between two lines of the text, perhaps with what lines of the text begin with."""
    lines = text.split("\n")
    at = chance.randint(0, len(lines))
    prefix = chance.choice(_PREFIXES)
    rest = " " * len(prefix) if prefix in ("- ", ": ") else prefix
    first, *others = made.split("\n")
    moved = [prefix + first, *(rest + line for line in others)]
    blank = [""] if gap == "\n\n" else []
    return "\n".join([*lines[:at], *blank, *moved, *blank, *lines[at:]])


def _page(text: str) -> str:
    return f"# Page\n\n{text}\n"


def generated(extension: str, count: int, seed: int) -> dict[str, str]:
    """Pages for an extension (empty for none), by name."""
    chance = random.Random(f"{extension} {seed}")
    own = OF_EXTENSIONS.get(extension, ())
    texts = [*PLAIN, *own * (1 + len(PLAIN) // max(len(own), 1))] if own else list(PLAIN)
    kind = extension.upper().replace("_", "") or "PLAIN"
    return {
        f"{kind.lower()}-{number}.md": spliced(texts, f"{kind}_{number}", chance)
        for number in range(count)
    }


def around(texts: Sequence[str], seed: int) -> Iterator[tuple[str, str]]:
    """Each text of others with a record spliced into it, by name."""
    for number, text in enumerate(texts):
        chance = random.Random(f"{seed} {number}")
        yield f"fixture-{number}.md", spliced([text], f"FIXTURE_{number}", chance)
