"""A base broken in ways that bytes choose, so that hypothesis and a coverage-guided fuzzer can both
drive it."""

from __future__ import annotations

import shutil
from pathlib import Path

QUAY = Path(__file__).parents[1] / "contract" / "quay"
FILES = sorted(path for path in QUAY.rglob("*") if path.is_file())

TOKENS = [
    *(":::", "::::", "```", "~~~", "{jv}", "{org}", "{evidence}", "{program}", "{note}", "{x}"),
    *("\n", "\n\n", "\r\n", "\r", "\t", " ", "    "),
    *("---\n", "# ", "- ", "> ", "1. ", "| ", "% "),
    *(":id: ", ":kind: ", ":status: ", ":parties: "),
    *(":gap: ", ":shows: ", ":supports: ", ":x: "),
    *("ORG_VESTA", "PRG_HEF", "SRC_NOTICE", "JV_"),
    *("text", "agreed", "open", "company", "2024-03-03"),
    *("2024-13-45", "XXXX-03-17", "/", "..", "1e999", "-0"),
    *("9" * 5000, "½", "²", "٣", "一", "%", "US$"),
    *("{need}`", "`", "[x](", "](", "[[", "{{"),
    *("<<", "<b>", "<!--", "javascript:", "&#106;", "\\"),
    *("—", " - ", ";", ",", "=", '"', "“", "”"),
    *("…", "[…]", "：", "，", "、", "　", "\u00a0", "\u2028"),
    *("\x00", "\x1b", "\x85", "\u200b", "\u202e"),
    *("\ufeff", "\u0301", "\U000e0041", "ﷺ", "İ", "ß"),
    *("[tool.policykb]\n", "docs = ", "severity = {"),
    *("'''", "ignore = ['PKB']", "quoted_share = nan"),
    *("% policykb: ignore[PKB604] ", "policykb", "null"),
    *("true", "!!python/name:os.system", "&a *a"),
]  # fmt: skip
RAW = [
    b"\xff",
    b"\xfe\xff",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\x82\xa0",
    b"\xef\xbb\xbf",
    b"\x00",
]


class Choices:
    """Numbers drawn from bytes; zeros once they are used up."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    @property
    def spent(self) -> bool:
        return self.at >= len(self.data)

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit`` - 1, of two bytes where one is too few."""
        size = 1 if limit <= 256 else 2
        drawn = int.from_bytes(self.data[self.at : self.at + size], "big")
        self.at += size
        return drawn % limit


def broken(data: bytes) -> dict[str, bytes]:
    """The files of the base, by path, after the changes that ``data`` chooses."""
    files = {path.relative_to(QUAY).as_posix(): path.read_bytes() for path in FILES}
    files["pyproject.toml"] = b"[tool.policykb]\nquoted_share = 0.9\n"
    names = sorted(files)
    choices = Choices(data)
    while not choices.spent:
        name = names[choices.below(len(names))]
        files[name] = _changed(files[name], choices)
    return files


def _changed(content: bytes, choices: Choices) -> bytes:
    at = choices.below(len(content) + 1)
    kind = choices.below(8)
    if kind < 4:
        token = TOKENS[choices.below(len(TOKENS))].encode()
        cut = choices.below(24) if kind == 3 else 0
        return content[:at] + token * (1 + (kind == 2) * 40) + content[at + cut :]
    if kind == 4:
        return content[:at] + RAW[choices.below(len(RAW))] + content[at:]
    size = choices.below(200)
    if kind == 5:
        return content[:at] + content[at + size :]
    if kind == 6:
        return content[: at + size] + content[at:]
    other = choices.below(len(content) + 1)
    return content[:at] + content[other : other + size] + content[at:]


def write(root: Path, files: dict[str, bytes]) -> None:
    """Lay the files out, in a folder emptied of all but a repository."""
    root.mkdir(exist_ok=True)
    for path in root.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def state(root: Path) -> dict[str, tuple[int, bytes]]:
    """Everything in a base, with the time it was last written."""
    return {
        path.relative_to(root).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
