"""What a page has that others can refer to: headings, labels, terms, options of programs."""

import re
from collections.abc import Iterator, Set

from policykb.markdown.forms import OPTION as OPTION_OF
from policykb.markdown.inline import Inline
from policykb.markdown.myst import lines, words_of
from policykb.markdown.page import Block, Page

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = re.compile(r"^ {0,3}(\S[^\n]*)\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_LABEL = re.compile(r"^[ \t>*+\-0-9.)]*+\(([^\n]+)\)=[ \t]*$", re.MULTILINE)
_LABELLED = re.compile(r"\)=[ \t]*\n\s*([^\n]*\n[^\n]*)")
_NAME = re.compile(r"^[ \t>*+\-]*+:?name:[ \t]*+[\"']?([^\"'\n]+?)[\"']?[ \t]*$", re.MULTILINE)
_CLASSIFIER = re.compile(r" +: +")


def slugs(page: Page) -> set[str]:
    """What a link to a page can name after #: headings as GitHub writes them, and labels."""
    return headings(page) | labels(page)


def headings(page: Page, most: int = 6) -> set[str]:
    """The headings of a page as GitHub writes them after #; of those levels up to ``most``."""
    found: set[str] = set()
    counts: dict[str, int] = {}
    for pattern in (_HEADING, _SETEXT):
        for match in pattern.finditer(page.text):
            if match[0].lstrip().startswith("#" * (most + 1)):
                continue
            slug = _slug(match[1])
            again = counts.get(slug, 0)
            counts[slug] = again + 1
            found.add(f"{slug}-{again}" if again else slug)
    return found


def written_labels(page: Page) -> list[str]:
    """The labels that a page seems to give, each as often as it does; some may be examples."""
    found = [block.values["name"] for block in page.blocks if "name" in block.values]
    if ")=" in page.text:
        found += _LABEL.findall(page.text)
    return [normal(name) for name in found]


def labeled(page: Page) -> list[str]:
    """What follows the labels of a page: a heading, which references can show, or something
    else."""
    return _LABELLED.findall(page.text) if ")=" in page.text else []


def labels(page: Page) -> set[str]:
    """What a ``{ref}`` can name: labels before headings, and names of blocks."""
    found: set[str] = set()
    for pattern, mark in ((_LABEL, ")="), (_NAME, "name:")):
        if mark in page.text:
            found.update(map(normal, pattern.findall(page.text)))
    return found


def normal(name: str) -> str:
    """A label as docutils compares them."""
    return " ".join(name.lower().split())


def _slug(heading: str) -> str:
    words = words_of(heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def terms(page: Page) -> set[str]:
    """The terms that the glossaries of a page explain, in small letters."""
    return {term for term, _, _ in term_lines(page)}


def term_lines(page: Page) -> Iterator[tuple[str, int, int]]:
    """The same, each as often as it is explained, with its place."""
    for block in page.blocks:
        if block.name == "glossary":
            for start, line in lines(block):
                if line[:1].strip() and not line.startswith(".. "):
                    term = _CLASSIFIER.split(line)[0]
                    yield normal(words_of(term)), start, start + len(term)


def options(page: Page) -> set[tuple[str, str]]:
    """The options of programs that a page describes: the program (empty for none) and the
    option."""
    found: set[tuple[str, str]] = set()
    for program, block in _programs(page):
        if block.name == "option":
            for part in block.argument.split(", "):
                match = OPTION_OF.match(part.strip())
                if match:
                    name = match[1].removesuffix("[") if match[2].endswith("]") else match[1]
                    found.add((program, name))
    return found


def _programs(page: Page) -> Iterator[tuple[str, Block]]:
    """The blocks of a page, each with the program that was named before it."""
    program = ""
    for block in sorted(page.blocks, key=lambda one: one.start):
        if block.name == "std:program":
            program = "-".join(block.argument.split())
            program = "" if program == "None" else program
        yield program, block


def is_option(page: Page, role: Inline, target: str, known: Set[tuple[str, str]]) -> bool:
    """Whether an option that a role names is described, as Sphinx looks for it: with the program of
    the place, without its value, with its program before it."""
    program = ""
    for named, block in _programs(page):
        if block.start < role.start:
            program = named
    stems = [target, *(target.partition(mark)[0] for mark in ("=", "[=", " ") if mark in target)]
    if any((program, stem) in known for stem in stems):
        return True
    words = target.split()
    parted = (("-".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(one in known for one in parted)
