"""What stands within lines: the quick reading, MyST's own, and that both find the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz import pages
from tests.markdown.parity.generated import heaps
from tests.volume import take

from policykb.markdown import lines, myst_inline
from policykb.markdown.grammar import grammar
from policykb.markdown.page import Owned, Page
from policykb.markdown.reader import read_page
from policykb.model import TYPES

NAMES = frozenset(TYPES)
Shape = tuple[str, int, int, str, int, str, tuple[int, int], int | None]


def shapes(found: list[Owned]) -> list[Shape]:
    """Everything that is known of what was found, in order."""
    return sorted(
        (
            *(one.kind, one.start, one.end, one.text, one.at, one.name, one.shown),
            record.block.start if record else None,
        )
        for one, record in found
    )


def read(text: str, **given: object) -> Page:
    return read_page("p.md", text, NAMES, grammar(given))


def kinds(page: Page) -> list[tuple[str, str]]:
    """The kind and text of what stands in a page's lines."""
    return [(one.kind, one.text) for one, _ in page.inlines]


@settings(max_examples=take(150, 1000, 20_000))
@given(text=st.one_of(heaps(), st.integers(0, 10**9).map(pages.page)))
def test_the_quick_reading_finds_what_mysts_own_finds(text: str) -> None:
    page = read(text)
    quick = lines.quick(page)
    if quick is not None:
        assert shapes(quick) == shapes(myst_inline.inlines(page))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("``{ref}`known```", [("role", "known")]),
        ("    [a](b)\n    <b>", []),
        ("`a [b`](c)", [("code", "a [b")]),
        ("[not a `link](/foo`)", [("code", "link](/foo")]),
        ("- `a\n- b`", []),
        ("> [a](b\n> )", [("link", "b")]),
        ("> % a comment", [("comment", " a comment")]),
        ("[![a](b.png)](c)", [("link", "c"), ("image", "b.png")]),
        ("![{need}`A`](b.png)", [("image", "b.png"), ("role", "A")]),
        ("It runs[^1].\n\n[^1]: A note.", [("note", "1"), ("note", "1")]),
        ("&#169; 2024", [("entity", "&#169;")]),
        ("[a]\n\n> [a]: b.md", [("definition", "b.md")]),
        ("| `a` | `a` |\n|-|-|\n| [x](y) | z |", [("code", "a"), ("code", "a"), ("link", "y")]),
    ],
)
def test_odd_lines_are_read_as_myst_reads_them(text: str, found: list[tuple[str, str]]) -> None:
    page = read(f"# A\n\n{text}\n")
    assert kinds(page) == found
    assert all(page.text[one.at : one.stop] == one.text for one, _ in page.inlines)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("dollarmath", "It is $a`b$ and `c`", [("math", ""), ("code", "c")]),
        ("dollarmath", "$$\n[a](b)\n$$", [("math", "")]),
        ("amsmath", "\\begin{equation}\n`a`\n\\end{equation}", [("math", "")]),
        ("deflist", "Term\n\n: [a](b)", [("link", "b")]),
        ("fieldlist", ":name: [a](b)", [("link", "b")]),
        ("tasklist", "- [x] `a`", [("code", "a")]),
    ],
)
def test_what_a_project_switches_on_is_read(
    name: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert kinds(read(f"# A\n\n{text}\n", enable_extensions=[name])) == found
