"""Pages that hypothesis makes: well-formed ones, and heaps of lines that look like fences."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = (":::", "::::", ":::::", "```", "````", "~~~")
WORDS = st.sampled_from(
    ["Alpha", "beta gamma", "労働省", "a *b* `c`", "x: y", "3 March 2024", "it's", '"quoted"', "é́"]
)
VALUES = st.one_of(
    WORDS,
    st.sampled_from(
        ["", " ", "ORG_B", "ORG_B, ORG_C", "company", "'a b'", '"a b"', '"a" b', "a # b", "a#b"]
    ),
    st.sampled_from(["- x", "> x", "| x", "[x]", "{x}", "*x", "&x y", "!x", "%x", "@x", "a\tb"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=8),
)
NAMES = st.sampled_from(
    ["kind", "aliases", "part_of", "country", "gap", "nope", "hide", "id", "Kind", "part-of"]
)
TYPES = st.sampled_from(["org", "jv", "program", "person"] * 2 + ["note", "evidence", "code-block"])


@st.composite
def records(draw: st.DrawFn, depth: int = 0) -> str:
    """A fenced block, mostly a record, perhaps with others inside."""
    mark = draw(st.sampled_from([":::", "```", "~~~"])) + draw(st.sampled_from(["", "", ":"]))
    mark = mark[0] * (len(mark) + (2 - depth))
    name = draw(TYPES)
    number = draw(st.integers(0, 6))
    prefix = {"org": "ORG", "jv": "JV", "program": "PRG", "person": "PER"}.get(name, "ORG")
    lines = [f"{mark}{{{name}}} {draw(WORDS)}"]
    if name != "note" and draw(st.integers(0, 9)):
        lines.append(f":id: {prefix}_{number}")
    lines += [f":{draw(NAMES)}: {draw(VALUES)}" for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        lines.append("")
    lines += draw(st.lists(WORDS, max_size=2))
    if depth < 2 and draw(st.integers(0, 3)) == 0:
        lines += ["", draw(records(depth + 1))]
    lines.append(mark)
    return "\n".join(lines)


@st.composite
def orderly(draw: st.DrawFn) -> str:
    """A page as people write them."""
    parts = draw(
        st.lists(
            st.one_of(
                records(),
                records(),
                records(),
                WORDS,
                st.just("```python\nx = 1\n```"),
                st.just("- a\n- b"),
                st.just("> a"),
                st.just("## More"),
                st.just("| a |\n|---|\n| b |"),
            ),
            min_size=1,
            max_size=5,
        )
    )
    return "\n\n".join(["# Page", *parts]) + "\n"


LINES = st.one_of(
    st.builds(
        lambda indent, mark, info: indent + mark + info,
        st.sampled_from(["", "", "", " ", "   ", "    ", "- ", "> ", "1. ", "  "]),
        st.sampled_from(MARKS),
        st.sampled_from(
            ["", "", "{org} A", "{jv} B", "{program} C", "{note}", "{evidence} S", "{org}A", " x"]
        ),
    ),
    st.builds(
        lambda indent, name, value: f"{indent}:{name}: {value}",
        st.sampled_from(["", "", "", "  ", "- ", "> "]),
        NAMES,
        VALUES,
    ),
    st.builds(
        "{}:id: {}_{}".format,
        st.sampled_from(["", "", "  ", "> "]),
        st.sampled_from(["ORG", "JV", "PRG"]),
        st.integers(0, 6),
    ),
    st.sampled_from(["", "", "", "---", "words", "- item", "  more", "> quote", "# Head", "<!--"]),
    st.sampled_from(
        ["-->", "| a |", "    code", "% comment", "[^1]: note", "(label)=", "+++", "==="]
    ),
    VALUES,
)


@st.composite
def heaps(draw: st.DrawFn) -> str:
    """A page with a few lines put in, taken out, doubled or indented, with any line end."""
    lines = draw(orderly()).split("\n")
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 5)):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                first = draw(st.sampled_from(["  ", "    ", "> ", "- ", "\t"]))
                last = draw(st.integers(at, min(at + 6, len(lines) - 1)))
                for row in range(at, last + 1):
                    lines[row] = first + lines[row]
            case _:
                lines.insert(at, draw(LINES))
    end = draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"]))
    return draw(st.sampled_from(["", "", "---\n", "\ufeff"])) + end.join(lines)
