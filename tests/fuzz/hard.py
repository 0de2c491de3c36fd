"""Texts made to be slow to read: a base in which every field of every type, a quotation, a
paragraph and the document itself are one token again and again."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from policykb.markdown.limits import RUN, VALUE
from policykb.model import TYPES

QUAY = Path(__file__).parents[1] / "contract" / "quay"

TOKENS = [
    *" a1A,;:-_.|#%/\\*`'\"<>()[]{}=&~^!?",
    *("\t", "\u3000", "\u00a0", "。", "あ", "会", "\u0301", "\ufdfa", "½", "１", "：", "—"),
    *("a ", "A a ", "A.", "a,", "a;", "a-", "1,"),
    *("1.", "1 ", "- ", "> ", "1. ", "# ", "| ", "%a"),
    *("[a", "[a](", "[a](b ", "![", "](", "]:", "[^a]"),
    *("<a", "<a ", "<!--", "</", "<a:", "{a", "{{"),
    *("{need}`", "{need}`a <", "[[", "<<", "[…] "),
    *("a — ", "; a — ", "a = ", '"a" ', 'a A = "a"; '),
    *("3 March 2024 ", "2024-", "2024/", "March "),
    *("twenty ", "five hundred ", "one of ", "5 million "),
    *("US$5 ", "http://a.", "a@", "www."),
    *("Vesta ", "Vesta Lines and ", "Minister of ", "the ", "not to "),
    *("ORG_VESTA,", "ORG_VESTA, ", "ORG_", "JP, ", "JP/", "company ", "agreed ", "Japanese "),
]  # fmt: skip


def repeated(token: str, length: int) -> str:
    """The token again and again, up to a length and within the limit of brackets."""
    times = length // len(token)
    if "[" in token:
        times = min(times, 950 // token.count("["))
    return token * times


def page(token: str, types: list[str], part: float) -> str:
    """A page that has the token everywhere, each place about as long as a page may have it, or a
    ``part`` of that."""
    value = repeated(token, int(part * (VALUE - 1)))
    prose = repeated(token, int(part * (RUN - 500)))
    parts = ["# Hard to read\n"]
    for name in types:
        model = TYPES[name]
        parts.append(f":::::{{{name}}} {value}\n:id: {model.prefix}HARD")
        parts += [f":{field}: {value}" for field in model.specs if field not in ("id", "title")]
        parts.append(f"\n{prose}\n")
        parts.append(f"::::{{evidence}} SRC_HARD_TEXT\n:supports: {value}\n:shows: {value}\n")
        parts.append(f"{prose}\n::::\n:::::\n")
    return "\n".join(parts)


def lay_out(folder: Path, token: str, part: float = 1) -> Path:
    """A base with that page and a document of the same kind."""
    root = folder / "base"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(QUAY, root)
    text = repeated(token, int(part * (RUN - 500)))
    (root / "seeds" / "hard.txt").write_text(text, encoding="utf-8")
    (root / "docs" / "briefs").mkdir()
    (root / "docs" / "briefs" / "hard.md").write_text(f"# B\n\n{text}\n", encoding="utf-8")
    names = list(TYPES)
    for number in range(3):
        made = page(token, names[number::3], part)
        (root / "docs" / f"hard-{number}.md").write_text(made, encoding="utf-8")
    source = "# S\n\n:::{source} Hard\n:id: SRC_HARD_TEXT\n:file: hard.txt\n:language: en\n"
    source += f":rights: none\n:sha256: {sha256(text.encode()).hexdigest()}\n:::\n"
    (root / "docs" / "sources" / "hard.md").write_text(source, encoding="utf-8")
    return root
