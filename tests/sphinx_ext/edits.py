"""Random edits of a small base, for tests of what a build writes again."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

ORGS = "organizations"
Edit = Callable[[random.Random, Path], str]
PASSAGES = (
    "to set up Quaylight",
    "has been open since 2023",
    "The fund, run by the Coastal Ministry",
)
"""Words of the base's source."""


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "000003010100c9fe92ef0000000049454e44ae426082"
)
LINKS = """# Links

{doc}`titled`, {doc}`/titled`, [](titled.md), [](titled.md#part), [](#part), {ref}`part`, [](part),
{ref}`place`, {ref}`words <place>`, [](place), [words](place), {term}`quay`, [words](dock).

![a picture](a.png)
"""
"""A page that shows titles and a picture of others, which may not be there."""


def _org(docs: Path, number: int, title: str, extra: str = "") -> None:
    folder = docs / ORGS
    folder.mkdir(exist_ok=True)
    (folder / f"o{number}.md").write_text(
        f"# {title}\n\n:::{{org}} {title}\n:id: ORG_N{number}\n:kind: company\n{extra}\n"
        f"Words of {title}.\n:::\n",
        encoding="utf-8",
    )


def _rewrite(page: Path, old: str, new: str) -> bool:
    text = page.read_text("utf-8")
    if old not in text:
        return False
    page.write_text(text.replace(old, new), "utf-8")
    return True


def _pick(dice: random.Random, docs: Path) -> Path:
    return dice.choice(sorted((docs / ORGS).glob("o*.md")))


def retitle(dice: random.Random, docs: Path) -> str:
    """Give a record another title, which others show."""
    page = _pick(dice, docs)
    text = page.read_text("utf-8")
    old = text.partition("{org} ")[2].partition("\n")[0]
    new = f"Lines {dice.randrange(1000)}"
    page.write_text(text.replace(f"{{org}} {old}\n", f"{{org}} {new}\n"), "utf-8")
    return f"{page.stem} is now {new}"


def reword(dice: random.Random, docs: Path) -> str:
    """Change words that only the record's own page and the search show."""
    page = _pick(dice, docs)
    page.write_text(
        page.read_text("utf-8").replace("Words", f"Words {dice.randrange(1000)}", 1), "utf-8"
    )
    return f"{page.stem} reworded"


def relink(dice: random.Random, docs: Path) -> str:
    """Make a record part of another one, or of none."""
    page, other = _pick(dice, docs), _pick(dice, docs)
    lines = [line for line in page.read_text("utf-8").split("\n") if ":part_of:" not in line]
    if page != other and dice.randrange(3):
        lines.insert(lines.index(":kind: company") + 1, f":part_of: ORG_N{other.stem[1:]}")
    page.write_text("\n".join(lines), "utf-8")
    return f"{page.stem} part of {other.stem}, or none"


def mention(dice: random.Random, docs: Path) -> str:
    """Refer to a record in prose."""
    page, other = _pick(dice, docs), _pick(dice, docs)
    _rewrite(page, "Words", f"With {{need}}`ORG_N{other.stem[1:]}`. Words")
    return f"{page.stem} mentions {other.stem}"


def tell(dice: random.Random, docs: Path) -> str:
    """Change a page without records that refers to one."""
    other = _pick(dice, docs)
    (docs / "told.md").write_text(
        f"# Told {dice.randrange(99)}\n\nSee {{need}}`ORG_N{other.stem[1:]}`.\n", "utf-8"
    )
    return f"a page tells of {other.stem}"


def alias(dice: random.Random, docs: Path) -> str:
    """Give the venture's program another alias or status."""
    page = docs / "programs/hef.md"
    lines = [line for line in page.read_text("utf-8").split("\n") if ":tags:" not in line]
    at = next(row for row, line in enumerate(lines) if line.startswith(":id:"))
    lines.insert(at + 1, f":tags: t{dice.randrange(99)}")
    page.write_text("\n".join(lines), "utf-8")
    return "the program has another tag"


def quote(dice: random.Random, docs: Path) -> str:
    """Quote the source in a record, or take a quotation out; the source's page shows both."""
    page = _pick(dice, docs)
    block = "\n```{evidence} SRC_NOTICE\n:supports: text\n\n%s\n```\n"
    blocks = [block % words for words in PASSAGES]
    if not any(_rewrite(page, one, "") for one in blocks):
        _rewrite(page, ".\n:::", f".\n{dice.choice(blocks)}:::")
    return f"{page.stem} quotes or no longer quotes"


def amend(dice: random.Random, docs: Path) -> str:
    """Change a source's document, so that what is quoted stands elsewhere or nowhere."""
    notice = docs.parent / "seeds/notice.txt"
    text = notice.read_text("utf-8")
    first, _, rest = text.partition("\n\n")
    notice.write_text(rest if first.startswith("Amended") else f"Amended.\n\n{text}", "utf-8")
    return "the notice is amended or restored"


def redate(dice: random.Random, docs: Path) -> str:
    """Give a source another date, which stands beside every status that it shows."""
    page = docs / "sources/notice.md"
    lines = [line for line in page.read_text("utf-8").split("\n") if ":published:" not in line]
    at = next(row for row, line in enumerate(lines) if line.startswith(":id:"))
    lines.insert(at + 1, f":published: {dice.randrange(1990, 2025)}")
    page.write_text("\n".join(lines), "utf-8")
    return "the notice has another date"


def add(dice: random.Random, docs: Path) -> str:
    """Add a record on a page of its own."""
    number = dice.randrange(1000)
    _org(docs, number, f"Lines {number}")
    return f"o{number} added"


def remove(dice: random.Random, docs: Path) -> str:
    """Remove a page; what refers to it is left behind."""
    pages = sorted((docs / ORGS).glob("o*.md"))
    if len(pages) < 4:
        return add(dice, docs)
    page = dice.choice(pages)
    page.unlink()
    return f"{page.stem} removed"


def break_it(dice: random.Random, docs: Path) -> str:
    """Break a record's fence, or fix it."""
    page = _pick(dice, docs)
    if not _rewrite(page, "\n::::{org}", "\n:::{org}"):
        _rewrite(page, "\n:::{org}", "\n::::{org}")
    return f"{page.stem} broken or fixed"


def see(dice: random.Random, docs: Path) -> str:
    """Add or remove a page that others link to, or give it another title."""
    page = docs / "titled.md"
    if page.exists() and not dice.randrange(3):
        page.unlink()
        return "the titled page removed"
    number = dice.randrange(99)
    page.write_text(f"# Titled {number}\n\n(part)=\n## Part {number % 7}\n\nWords.\n", "utf-8")
    return f"the titled page is {number}"


def label(dice: random.Random, docs: Path) -> str:
    """Add, remove or move the label and the term that a page refers to."""
    heading = dice.choice(["(place)=\n## Place", "## Place", "(place)=\n## Other place"])
    term = dice.choice(["quay", "dock"])
    text = f"# Labels\n\n{heading}\n\n```{{glossary}}\n{term}\n  A place.\n```\n"
    (docs / "labels.md").write_text(text, "utf-8")
    return f"labels: {heading.split()[0]} and {term}"


def picture(dice: random.Random, docs: Path) -> str:
    """Add, change or remove a picture; its time is always the same."""
    path = docs / "a.png"
    if path.exists() and not dice.randrange(2):
        path.unlink()
        return "the picture removed"
    path.write_bytes(PNG + bytes([dice.randrange(9)]))
    os.utime(path, ns=(10**18, 10**18))
    return "the picture added or changed"


def copy(dice: random.Random, docs: Path) -> str:
    """Put a copy of a record's page beside it, or remove it."""
    twin = docs / ORGS / "copy.md"
    if twin.exists():
        twin.unlink()
        return "copy removed"
    page = _pick(dice, docs)
    twin.write_text(page.read_text("utf-8"), "utf-8")
    return f"copy of {page.stem}"


def settings(dice: random.Random, docs: Path) -> str:
    """Change a setting of the base or of MyST, or change it back."""
    conf, base = docs.parent / "conf.py", docs.parent / "pyproject.toml"
    if dice.randrange(2):
        line = 'myst_enable_extensions = ["deflist"]\n'
        if not _rewrite(conf, line, ""):
            conf.write_text(conf.read_text("utf-8") + line, "utf-8")
        return "settings of MyST"
    publisher = f'publisher = "Office {dice.randrange(3)}"'
    base.write_text(f'[tool.policykb]\nsite = "full"\n{publisher}\n', "utf-8")
    return "settings of the base"


def keep_times(dice: random.Random, docs: Path) -> str:
    """Make another edit, and give the files that it changed their old times."""
    times = {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    said = dice.choice((reword, retitle, mention, see, relink))(dice, docs)
    for path, when in times.items():
        if path.exists():
            os.utime(path, ns=(when, when))
    return f"{said}, its time kept"


EDITS: tuple[Edit, ...] = (
    retitle,
    retitle,
    reword,
    relink,
    relink,
    mention,
    tell,
    alias,
    add,
    remove,
    break_it,
    quote,
    quote,
    amend,
    redate,
    see,
    label,
    picture,
    copy,
    settings,
    keep_times,
    keep_times,
)


def prepare(docs: Path) -> None:
    """Records to edit, beside those of the base."""
    for number in range(5):
        _org(docs, number, f"Lines {number}")
    (docs / "told.md").write_text("# Told\n\nSee {need}`ORG_N1`.\n", "utf-8")
    (docs / "links.md").write_text(LINKS, "utf-8")
