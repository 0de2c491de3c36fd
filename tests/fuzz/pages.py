"""Pages as people might write them, and worse, grown from a number: every construct of Markdown,
every directive and role that pages may use, with arguments, options and contents of all sorts."""

from __future__ import annotations

import random
from collections.abc import Sequence

from policykb.markdown.allowed import DIRECTIVES, ROLES

WORDS = (
    "harbour power line quay Vesta 港 fund shore café 3 5% x_y a*b \\* &amp; &lt; &nbsp; … – "
    '"said" won\'t e.g. http://a.example ~ ^ $x$ @b [ ] ( ) < > { } | # - + = : ; ! ? / …'
).split()
LANGUAGES = (
    "python py json yaml toml sh bash console text none default c js html xml md diff Python"
).split()
ODD_LANGUAGES = "guess pycon3 ini sql mermaid pyhton x JSON c++ {python} python3 rst csv".split()
TARGETS = (
    "index.md other-0 other-1.md other-1.md#words other-0.md /index.md "
    "http://a.example/b?c=d https://a.example#e mailto:a@b.example"
).split()
ODD_TARGETS = (
    "index nowhere.md sub/deep.md a.png #words #here #l-1 l-1 ../x.md index.md#nothing index# .. "
    ". x.txt a%20b.md ORG_VESTA"
).split()
NUMBERS = "0 1 2 3".split()
ODD_NUMBERS = "7 -1 x 1-3 3-1 2- -2 1,2 1,,2 99 1-99 9999999999 ٣ ½ 1.5".split()
VALUES = (
    "left center right middle top 100 100px 50% 1e3 auto yes true a b.c :: 'q' \"q\" [x] {y} "
    "org program open status title -title type 漢"
).split()
ODD_NAMES = "l-1 l-2 words here Vesta L-1 l_1 1 a.b x:y genindex search modindex index".split()
CODE = (
    "x = 1",
    "def f(:\n    '",
    '{"a": 1, ...}',
    "$ ls",
    "<a",
    "",
    "a\n\nb\n\n",
    "\tx",
    "\\",
    "é漢",
    ">>> 1\n1",
)
ID_BASE = "ORG_G"


class Grower:
    """Draws a page from a source of chance."""

    def __init__(self, seed: int | str) -> None:
        self.chance = random.Random(seed)
        self.seed = seed
        self.named = 0
        self.wild = self.chance.choice((0.0, 0.0, 0.01, 0.05, 0.3))
        """How often a thing is as nobody should write it."""

    def page(self) -> str:
        """A whole page."""
        parts = ["# " + self.line().replace("\n", " ")]
        if self.chance.random() < self.wild:
            parts.clear()
        parts += [self.block(0) for _ in range(self.chance.randint(1, 6))]
        if self._in(25):
            parts.insert(0, self.front())
        text = self.chance.choice(["\n\n"] * 9 + ["\n"]).join(parts)
        return text + ("" if self._in(8) else "\n")

    def _in(self, many: int) -> bool:
        """True once in so many times."""
        return self.chance.randrange(many) == 0

    def pick(self, good: Sequence[str], odd: Sequence[str]) -> str:
        """One of the good, or rarely of the odd."""
        return self.chance.choice(odd if self.chance.random() < self.wild else good)

    def name(self) -> str:
        """A name that no other page gives, or rarely one that some do."""
        self.named += 1
        return self.pick([f"n{self.seed}-{self.named}"], ODD_NAMES)

    def _of(self, *some: str) -> str:
        return self.chance.choice(some)

    def words(self, most: int = 6) -> str:
        count = self.chance.randint(1, most)
        return " ".join(
            self._of("harbour", "power", "a", "the line")
            if self._in(2)
            else self.chance.choice(WORDS)
            for _ in range(count)
        )

    def line(self) -> str:
        """The text of one line."""
        return " ".join(self.inline(0) for _ in range(self.chance.randint(1, 3)))

    def inline(self, depth: int) -> str:
        """Something within a line."""
        if depth > 4 or self._in(3):
            return self.words()
        inner = self.inline(depth + 1)
        good = [
            *(f"*{inner}*", f"**{inner}**", f"***{inner}***", f"_{inner}_", f"`{inner}`"),
            *(f"``{inner}``", f"~~{inner}~~", f"[{inner}]({self.target()})"),
            *(f'[{inner}]({self.target()} "title")', f"[]({self.target()})"),
            f"![{inner}]({self.pick(['a.png', 'sub/b.jpg'], ['none.png', 'x'])})",
            f"<{self._of('https://a.example', 'mailto:a@b.example', 'a@b.example')}>",
            *(self.role(), self.role()),
            *(f"{inner}\\\n{self.words(2)}", f"{inner}  \n{self.words(2)}"),
            f"{inner}\n{self.words(2)}",
        ]
        odd = [f"[{inner}][a]", f"[{inner}][]", "[a]", f"[^{self._of('1', 'n')}]", f"<b>{inner}"]
        return self.pick(good, odd)

    def target(self) -> str:
        """What a link leads to."""
        return self.pick(TARGETS, ODD_TARGETS)

    def role(self) -> str:
        """A role, mostly one that is allowed."""
        name = self.chance.choice(sorted(ROLES))
        if name == "need" or self._in(3):
            return f"{{need}}`{self._of('ORG_VESTA', 'the line <ORG_VESTA>', 'JV_QUAYLIGHT')}`"
        plain = {
            "doc": (("other-0", "/index", "words <other-1>"), ("nowhere", "other-1.md", "/")),
            "ref": (("known", "words <known>", "!l-1"), ("l-1", "nowhere", "genindex", "L-1")),
            "term": (("harbor", "words <harbor>", "Harbor"), ("nothing", "quay")),
            "option": (("kb --in", "words <kb --in>"), ("--x", "kb --y", "nothing", "kb", "--in")),
            "abbr": (("OK (words)", "O (a) b"), ("OK", "(a)")),
        }
        kinds = plain.get(name.removeprefix("std:"), (("words", "a <b>"), ("x_{i}", " ", "a\\b")))
        return f"{{{name}}}`{self.pick(*kinds)}`"

    def block(self, depth: int) -> str:
        """A paragraph, or something in its place."""
        if depth > 4:
            return self.line()
        return self.chance.choice(self.BLOCKS)(self, depth)

    def paragraph(self, depth: int) -> str:
        return self.line()

    def heading(self, depth: int) -> str:
        marks = self.pick(["##"], ["#", "###", "####", "######"])
        line = self.line()
        if self._in(5):
            return f"{line}\n{self.pick(['---', '-----'], ['===', '-'])}"
        return f"{marks} {line.replace(chr(10), ' ')}" + ("" if self._in(4) else "\n\nWords.")

    def transition(self, depth: int) -> str:
        mark = self._of("---", "***", "___")
        return self.pick([f"{self.line()}\n\n{mark}\n\nWords."], [mark, f"{mark}\n\nWords."])

    def items(self, depth: int) -> str:
        mark = self._of("- ", "* ", "1. ", "3) ")
        items = [self.block(depth + 1) for _ in range(self.chance.randint(1, 3))]
        pad = " " * len(mark)
        return "\n".join(mark + item.replace("\n", f"\n{pad}") for item in items)

    def quote(self, depth: int) -> str:
        return "> " + self.block(depth + 1).replace("\n", "\n> ")

    def table(self, depth: int) -> str:
        width = self.chance.randint(1, 4)
        rows = [
            "| " + " | ".join(self._of("a", self.words(2).replace("|", "")) for _ in range(width))
            for _ in range(self.chance.randint(1, 3))
        ]
        return "\n".join([rows[0] + " |", "|" + "---|" * width, *(f"{row} |" for row in rows[1:])])

    def fence(self, depth: int) -> str:
        mark = self._of("```", "~~~", "````")
        info = self._of("", self.language(), f"{self.language()} x")
        return f"{mark}{info}\n{self.chance.choice(CODE)}\n{mark}"

    def language(self) -> str:
        return self.pick(LANGUAGES, ODD_LANGUAGES)

    def indented(self, depth: int) -> str:
        return "    " + self.chance.choice(CODE).replace("\n", "\n    ")

    def label(self, depth: int) -> str:
        follows = self.heading(depth) if self._in(2) else self.block(depth + 1)
        return f"({self.name()})=\n{follows}"

    def footnote(self, depth: int) -> str:
        name = self.name()
        seen = self.pick([f"{self.words(2)}[^{name}]\n\n"], [""])
        more = f"\n\n    {self.words()}" if self._in(4) else ""
        return f"{seen}[^{name}]: {self.line()}{more}"

    def definition(self, depth: int) -> str:
        name = self.name()
        return f"[{name}]: {self.target()}\n\n[{name}] [words][{name}]"

    def comment(self, depth: int) -> str:
        return self._of(f"% {self.words()}", "+++", "+++ a", f"% {self.words()}\n{self.words()}")

    def record(self, depth: int) -> str:
        if depth:
            return self.line()
        self.named += 1
        ident = f"{ID_BASE}{self.chance.randrange(10**9)}_{self.named}"
        body = "\n\n".join(self.block(depth + 1) for _ in range(self.chance.randint(0, 2)))
        return f"::::::::{{org}} Quay {ident}\n:id: {ident}\n:kind: company\n\n{body}\n::::::::"

    def directive(self, depth: int) -> str:
        """A directive that pages may use, written well or ill."""
        names = [name for name in sorted(DIRECTIVES) if name != "evidence"]
        name = self.chance.choice(names)
        options = sorted(DIRECTIVES[name])
        lines = []
        for option in options:
            if self._in(len(options) + 1):
                lines.append(f":{option}: {self.option(option)}".rstrip())
        argument = self.argument(name)
        content = self.content(name, depth)
        if self.chance.random() < self.wild:
            argument, content = self._of("", argument, "Words"), self._of("", content, self.line())
        mark = ":" * (8 - depth) if self._in(2) else "`" * (8 - depth)
        head = f"{mark}{{{name}}} {argument}".rstrip()
        gap = [""] if lines and not self._in(6) else []
        return "\n".join([head, *lines, *gap, *([content] if content else []), mark])

    def option(self, name: str) -> str:
        """A value for an option."""
        numbers, sides = (NUMBERS, ODD_NUMBERS), (["left", "center", "right"], ["top", "x"])
        sizes = (["100", "100px", "50%"], ["10em", "x", "-1", "1e3"])
        fit = {
            "name": ([self.name()], ODD_NAMES),
            "emphasize-lines": (["1"], [*NUMBERS, *ODD_NUMBERS]),
            **dict.fromkeys(("lineno-start", "maxdepth", "limit"), numbers),
            "number-lines": (["", "1"], ODD_NUMBERS),
            "header-rows": (["0", "1"], [*NUMBERS, *ODD_NUMBERS]),
            "stub-columns": (["0", "1"], [*NUMBERS, *ODD_NUMBERS]),
            "numbered": (["", "1"], ["x", "0"]),
            "align": sides,
            "width": sizes,
            "height": sizes,
            "caption": (["Words", "*Words*", "{need}`ORG_VESTA`"], ["", "- a", "# a"]),
            "type": (["org", "org, jv"], ["x", ""]),
            "status": (["open", "agreed"], ["x"]),
            "columns": (["status", "type, status", "title"], ["x"]),
            "sort": (["title", "-title", "status"], ["x"]),
            "alt": (["Words"], [""]),
        }
        flag = ([""], VALUES)
        return self.pick(*fit.get(name, flag))

    def argument(self, name: str) -> str:
        """An argument for a directive."""
        match name:
            case "image" | "figure":
                return self.pick(["a.png", "sub/b.jpg"], ["none.png", ""])
            case "code" | "code-block" | "sourcecode":
                return self._of("", self.language())
            case "admonition" | "rubric":
                return self.line().replace("\n", " ")
            case "versionadded" | "versionchanged" | "deprecated":
                return self.pick(["1.0", "1.0 words", "2"], ["", self.words()])
            case "option":
                number = f"--n{self.seed}-{self.named}"
                return self.pick(
                    [number, f"{number}=N, -{self.named} N"], ["--x", "words", "/x", "--"]
                )
            case "std:program":
                return self.pick(["tool", "tool sub"], [""])
            case "table" | "list-table":
                return self._of("", "Words", self.words())
            case _:
                return ""

    def content(self, name: str, depth: int) -> str:
        """Contents for a directive."""
        match name:
            case "image" | "rubric" | "records" | "std:program":
                return ""
            case "toctree":
                good: Sequence[str] = (
                    "other-0",
                    "Words <other-1>",
                    "https://a.example",
                    "T <https://a.example>",
                )
                odd: Sequence[str] = (
                    "nowhere",
                    "self",
                    "*",
                    "sub/*",
                    "x*",
                    "genindex",
                    "other-0.md",
                    "other-0",
                )
                some = [self.pick(good, odd) for _ in range(self.chance.randint(0, 2))]
                return "\n".join(some)
            case "code" | "code-block" | "sourcecode":
                return self.chance.choice(CODE)
            case "glossary":
                one, two = self.name(), self.name()
                good = (
                    f"{one}\n  A place.",
                    f"{one}\n  A place.\n\n{two}\n  Another.",
                    f"{one}\n{two}\n  A place.",
                    f"{one} : q\n  A place.\n\n  More.",
                )
                odd = (
                    f"{one}\n\n  A place.",
                    f"  {one}\n  A place",
                    f"{one}",
                    f"{one}\n  A place.\n{two}\n  Words.",
                    f"{one}\n  A place.\n\n{one.upper()}\n  A place.",
                    f"{self.words(2)}\n  {self.line()}",
                )
                return self.pick(good, odd)
            case "table":
                return self.pick([self.table(depth)], [self.line(), "", self.table(depth) * 2])
            case "list-table":
                good = ("- - a\n  - b\n- - c\n  - d", "- - a\n- - c", "* - a\n  - b")
                odd = ("- - a\n  - b\n- - c", "- a\n- b", "words", "- - a\n\nwords", "")
                return self.pick(good, odd)
            case "figure":
                return self.pick(["", "Words.", "Words.\n\nMore."], [self.block(depth + 1)])
            case _:
                least = 0 if self.chance.random() < self.wild else 1
                count = self.chance.randint(least, 2)
                return "\n\n".join(self.block(depth + 1) for _ in range(count))

    def front(self) -> str:
        """The front matter of a page."""
        keys = ("orphan: true", "title: Words", "tocdepth: 2", "nosearch: true", "date: 2024-01-01")
        odd = ("tocdepth: x", "orphan:", "title: 'a'", "x: 1", "title: a: b")
        lines = [self.pick(keys, odd) for _ in range(self.chance.randint(0, 2))]
        return "\n".join(["---", *lines, "---"])

    BLOCKS = (
        *(paragraph,) * 6,
        *(directive,) * 8,
        *(heading,) * 4,
        *(items,) * 3,
        *(fence,) * 2,
        *(transition, quote, table, indented, label, footnote, definition, comment, record),
    )


def page(seed: int | str) -> str:
    """The page that a seed grows into."""
    return Grower(seed).page()
