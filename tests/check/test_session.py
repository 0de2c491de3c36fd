"""Checking one changed page says exactly what checking everything says."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.check.rules.examples import Example, lay
from tests.check.rules.faults import FAULTS
from tests.small import TODAY

from policykb.check import engine
from policykb.check.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    lay(Example(flagged=False), tmp_path)
    return Session(tmp_path, today=TODAY)


def whole(root: Path) -> list[dict[str, Any]]:
    return [item.as_dict() for item in engine.check(root, today=TODAY)[1].diagnostics]


def told(session: Session) -> list[dict[str, Any]]:
    return [item.as_dict() for item in session.report.diagnostics]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_and_its_fix(name: str, session: Session) -> None:
    for path, text in FAULTS[name]().items():
        page = session.root / path
        old = page.read_text("utf-8") if page.exists() else None
        page.write_text(text, "utf-8")
        session.saved(path)
        assert told(session) == whole(session.root)
        assert told(session) != []
        if old is None:
            page.unlink()
        else:
            page.write_text(old, "utf-8")
        session.saved(path)
        assert told(session) == []


@pytest.mark.parametrize("seed", range(12))
def test_many_faults_one_after_the_other(seed: int, session: Session) -> None:
    chance = random.Random(seed)
    faults = list(FAULTS.values())
    pages = sorted(session.root.glob("docs/*/*.md"))
    for _ in range(25):
        if chance.random() < 0.3:
            page = chance.choice(pages)
            lines = page.read_text("utf-8").splitlines()
            at, line = chance.randrange(len(lines)), chance.choice(lines)
            lines[at : at + chance.randrange(2)] = [line] * chance.randrange(2)
            changed = {page.relative_to(session.root).as_posix(): "\n".join(lines) + "\n"}
        else:
            changed = chance.choice(faults)()
        for path, text in changed.items():
            (session.root / path).write_text(text, "utf-8")
            session.saved(path)
            assert told(session) == whole(session.root), path


def test_findings_that_rest_on_two_pages_stay_and_move(session: Session) -> None:
    path = "docs/organizations/zebra.md"
    text = ":::{org} VESTA LINES Ltd.\n:id: ORG_ZEBRA\n:kind: company\n:::\n\n{need}`ORG_ZEBRA`\n"
    for above in ("# Zebra\n\n", "# Zebra\n\nA line more.\n\n", ""):
        (session.root / path).write_text(above + text, "utf-8")
        session.saved(path)
        assert [item["code"] for item in told(session)] == ["PKB501"]
        assert told(session) == whole(session.root)
    other = session.root / "docs/organizations/vesta.md"
    other.write_text("\n\n" + other.read_text("utf-8"), "utf-8")
    session.saved("docs/organizations/vesta.md")
    assert told(session) == whole(session.root)


def test_a_page_saved_without_a_change_gives_the_same_report(session: Session) -> None:
    report = session.report
    assert session.saved("docs/ventures/quaylight.md") is report


@pytest.mark.parametrize("seed", range(6))
def test_names_that_change_are_known_on_all_pages(seed: int, session: Session) -> None:
    chance = random.Random(seed)
    pages = sorted(session.root.glob("docs/*/*.md"))
    texts = [page.read_text("utf-8") for page in pages]
    titles = re.findall(r"(?m)^:+\{\w+\} (.+)$", "\n".join(texts))
    words = re.findall(r"[A-Z]\w+(?: [A-Z\d]\w+)*", " ".join(texts))
    for _ in range(12):
        page = chance.choice(pages)
        text = page.read_text("utf-8")
        name = chance.choice(chance.choice((titles, words)))
        name += chance.choice(["", "x", " Lines", " Fund"])
        if chance.random() < 0.3:
            changed = re.sub(r"(?m)^(:id: .*)$", rf"\1\n:aliases: {name}", text, count=1)
        else:
            changed = re.sub(r"(?m)^(:+\{\w+\}) .+$", rf"\1 {name}", text, count=1)
        page.write_text(changed, "utf-8")
        path = page.relative_to(session.root).as_posix()
        session.saved(path)
        assert told(session) == whole(session.root), path


RECORD = re.compile(r"(?ms)^(:{3,})\{(\w+)\}.*?^\1$\n")


def of_ids(chance: random.Random, text: str, texts: list[str]) -> str:
    """A page with another id, a record more or less, another type, or other links."""
    ids = re.findall(r"(?m)^:id: (\w+)$", "\n".join(texts))
    records = [found[0] for each in texts for found in RECORD.finditer(each)]
    ident = chance.choice(ids)
    lines = {
        "id": chance.choice(
            [ident, ident[:-1], ident + "X", "", ident.lower(), ident[4:], "ORG_N"]
        ),
        "former_ids": ident,
        "distinct_from": f"{ident} — they are two",
        "file": chance.choice(["notice.txt", "gone.txt"]),
        "language": chance.choice(["ja", "en"]),
        "status": "ended",
    }
    name = chance.choice(list(lines))
    ways: list[Callable[[], str]] = [
        lambda: re.sub(r"(?m)^:id: .*$", f":id: {lines['id']}", text, count=1),
        lambda: re.sub(r"(?m)^:id: .*$", rf"\g<0>\n:{name}: {lines[name]}", text, count=1),
        lambda: re.sub(rf"(?m)^:{name}: .*$", f":{name}: {lines[name]}", text, count=1),
        lambda: f"{text}\n{chance.choice(records)}",
        lambda: RECORD.sub("", text, count=1),
        lambda: re.sub(r"(?m)^(:+\{)\w+", rf"\1{chance.choice(['org', 'program', 'x'])}", text),
        lambda: text.replace(chance.choice(ids), ident),
        lambda: f"{text}\nSee {{need}}`{ident}` and ORG_{ident[4:]}, [[{ident}]].\n",
    ]
    return chance.choice(ways)()


@pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(n, marks=pytest.mark.gate) for n in range(3, 12))]
)
def test_ids_that_change_and_records_that_come_and_go(seed: int, session: Session) -> None:
    chance = random.Random(seed)
    pages = sorted(session.root.glob("docs/*/*.md"))
    first = [page.read_text("utf-8") for page in pages]
    for _ in range(20):
        at = chance.randrange(len(pages))
        texts = [page.read_text("utf-8") for page in pages]
        changed = of_ids(chance, texts[at], texts + first) if chance.random() < 0.8 else first[at]
        pages[at].write_text(changed, "utf-8")
        path = pages[at].relative_to(session.root).as_posix()
        session.saved(path)
        assert told(session) == whole(session.root), (path, texts[at], changed)


def test_names_are_looked_for_anew_where_the_rest_of_a_quotation_is_kept(session: Session) -> None:
    path = "docs/organizations/vesta.md"
    text = (session.root / path).read_text("utf-8")
    for ident in ("SRC_VESTA", "ORG_VESTA"):
        (session.root / path).write_text(text.replace("ORG_VESTA", ident), "utf-8")
        session.saved(path)
        assert told(session) == whole(session.root)


def of_folders(chance: random.Random, root: Path, first: dict[Path, bytes]) -> list[Path]:
    """Write a page more or less, the same by another name, one that links to others, one as it was,
    a symbolic link, or another text of a source; returns the files."""
    pages = [page for page in sorted(root.glob("docs/*/*.md")) if not page.is_symlink()]
    texts = [page.read_text("utf-8") for page in pages]
    page, text = chance.choice(pages), chance.choice(texts)
    more = root / "docs/organizations" / chance.choice(["more.md", "Other Name.md", "zebra.md"])
    seed = chance.choice(sorted((root / "seeds").iterdir()))
    was, at = seed.read_bytes(), chance.randrange(500)
    first_text = first.get(seed, b"")
    there = chance.choice([*pages, more]).relative_to(root / "docs")
    name = there.as_posix().removesuffix(".md")
    link = chance.choice(
        [
            f"See [it](../{there}), [them](../{there}#heading-{chance.randrange(2)}).",
            f"See {{doc}}`/{name}` and {{doc}}`{there.stem}`, [[{there.stem}]].",
            f"{':' * 3}{{toctree}}\n:glob:\n\n../{there.parent}/*\n{name}\n{':' * 3}",
            f"{{ref}}`label-{chance.randrange(2)}`, [file](../../seeds/{seed.name}).",
        ]
    )
    head = f"(label-{chance.randrange(2)})=\n# Heading {chance.randrange(2)}\n\n"

    def written(path: Path, text: str) -> list[Path]:
        return other(path, text.encode())

    def gone(path: Path) -> list[Path]:
        if len(pages) > 1:
            path.unlink(missing_ok=True)
        return [path]

    def moved() -> list[Path]:
        return [page.replace(more), page]

    def linked(path: Path) -> list[Path]:
        path.unlink(missing_ok=True)
        path.symlink_to(chance.choice(["nowhere.md", page.name]))
        return [path]

    def other(path: Path, new: bytes) -> list[Path]:
        if path.is_symlink():
            path.unlink()
        path.write_bytes(new)
        return [path]

    ways: list[Callable[[], list[Path]]] = [
        lambda: written(more, text),
        lambda: written(more, f"{head}{link}\n"),
        lambda: written(page, f"{page.read_text('utf-8')}\n{link}\n"),
        lambda: written(page, of_ids(chance, page.read_text("utf-8"), texts)),
        lambda: gone(page),
        lambda: gone(more),
        lambda: linked(more),
        moved,
        lambda: other(seed, was[:at] + was[at + 40 :]),
        lambda: other(seed, was.replace(b"Vesta", b"Vista", 1)),
        lambda: other(seed, chance.choice([first_text, b"", b"\xff", first_text + was])),
    ]
    old = chance.choice(list(first))
    ways += [lambda: other(old, first[old])] * 3
    return chance.choice(ways)()


@pytest.mark.parametrize(
    "seed", [*range(2), *(pytest.param(n, marks=pytest.mark.gate) for n in range(2, 10))]
)
def test_pages_that_come_and_go_and_other_texts_of_sources(seed: int, session: Session) -> None:
    chance, root = random.Random(seed), session.root
    first = {file: file.read_bytes() for file in sorted(root.rglob("*.*")) if file.is_file()}
    for _ in range(20):
        files = of_folders(chance, root, first)
        session.update([file.relative_to(root).as_posix() for file in files])
        assert told(session) == whole(root), files


@pytest.mark.parametrize(
    ("code", "said"),
    [("PKB611", "Kept by Zorbin since."), ("PKB601", "{need}`ORG_ZARBIN_SHIPYRD`")],
)
def test_a_name_that_goes_is_missed_by_those_that_had_its_words_or_guessed_it(
    code: str, said: str, session: Session
) -> None:
    org = ":::{{org}} {}\n:id: {}\n:kind: company\n\n{}\n:::\n"
    found = []
    for name in ("Zorbin Shipyard", "Plover Cranes"):
        for path, text in (
            ("zorbin", org.format(name, "ORG_CRANES", "")),
            ("yarrow", org.format("Yarrow Freight", "ORG_YARROW", said)),
        ):
            (session.root / f"docs/organizations/{path}.md").write_text(text, "utf-8")
            session.saved(f"docs/organizations/{path}.md")
        assert told(session) == whole(session.root)
        found.append([item["help"] for item in told(session) if item["code"] == code])
    assert found[0] != found[1]


def test_what_is_gone_already_is_nothing(session: Session) -> None:
    report = session.report
    assert session.update(["docs/ventures/4913", "docs/ventures/quaylight.md~"]) is report


def test_folders_and_links_have_everything_looked_at(session: Session) -> None:
    folder, page = session.root / "docs/ventures", session.root / "docs/people/lind.md"
    folder.rename(session.root / "docs/works")
    session.update(["docs/ventures", "docs/works"])
    assert told(session) == whole(session.root)
    page.rename(session.root / "lind.md")
    page.symlink_to(session.root / "lind.md")
    session.update(["docs/people/lind.md"])
    assert told(session) == whole(session.root)
    assert "PKB713" in {item["code"] for item in told(session)}


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_page_in_the_place_of_what_was_none_is_as_good_as_any(
    kind: str, session: Session
) -> None:
    path = session.root / "docs/more/more.md"
    odd = path.parent if kind == "folder" else path
    odd.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(odd)
    else:
        odd.symlink_to(session.root / "nowhere")
    session.update([odd.relative_to(session.root).as_posix()])
    assert {item["code"] for item in told(session)} & {"PKB713", "PKB715"}
    odd.unlink()
    path.parent.mkdir(exist_ok=True)
    path.write_text("# More\n\nWords.\n", "utf-8")
    session.saved("docs/more/more.md")
    assert told(session) == whole(session.root) == []


def test_a_page_that_an_editor_holds_is_there_for_links_once_it_is_saved(session: Session) -> None:
    path, link = "docs/ventures/new.md", "[new](new.md) and ![new](new.md)\n"
    other = session.root / "docs/ventures/links.md"
    other.write_text(link, "utf-8")
    session.update(["docs/ventures/links.md"])
    session.open(path, "# New\n")
    (session.root / path).write_text("# New\n", "utf-8")
    session.update([path])
    assert told(session) == whole(session.root)


def test_an_editor_s_text_counts_until_it_is_closed(session: Session) -> None:
    path = "docs/ventures/quaylight.md"
    text = (session.root / path).read_text("utf-8")
    session.open(path, text.replace(":funded_by:", ":gone:"))
    found = session.findings
    assert {item.code for item in found[path]} == {"PKB102", "PKB203"}
    session.open(path, text)
    assert session.findings == {}
    session.open("docs/ventures/new.md", "# New\n\n:::{jv} New\n:::\n")
    assert {item.code for item in session.findings["docs/ventures/new.md"]} >= {"PKB110"}
    session.close("docs/ventures/new.md")
    assert session.findings == {}
    session.close(path)
    assert session.findings == {}


def test_who_asks_is_told_what_an_edit_touched(session: Session) -> None:
    page, path = session.root / "docs/ventures/quaylight.md", "docs/ventures/quaylight.md"
    entry = session.base.entries_at[path][0]
    linked = {one for ids in entry.links.values() for one in ids}
    assert linked
    assert session.take() is None
    for old, new, more in (
        (":id:", ":tags: quays\n:id:", set()),
        (f":funded_by: {entry.text('funded_by')}\n", "", {entry.text("funded_by")}),
    ):
        page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")
        session.saved(path)
        touched = session.take()
        assert touched is not None
        assert touched.pages == {path}
        assert entry.id in touched.records
        assert touched.records & linked == more
    page.write_text(page.read_text("utf-8").replace(entry.id, f"{entry.id}_2"), "utf-8")
    session.saved(path)
    assert session.take() is None


def test_links_to_a_record_stay_in_the_order_of_pages(session: Session) -> None:
    """Of two records with one id the first is shown, whichever was edited last."""
    target = session.base.by_id["ORG_VESTA"]
    for name in ("a", "b"):
        text = f"# {name}\n\n:::{{org}} {name}\n:id: ORG_TWIN\n:part_of: {target.id}\n:::\n"
        (session.root / f"docs/{name}.md").write_text(text, "utf-8")
        session.saved(f"docs/{name}.md")
    (session.root / "docs/a.md").write_text("# a\n", "utf-8")
    session.saved("docs/a.md")
    (session.root / "docs/a.md").write_text(text.replace("} b", "} c"), "utf-8")
    session.saved("docs/a.md")
    for base in (session.base, engine.load(session.root)):
        found = [one.title for one, field in base.incoming[target.id] if field == "part_of"]
        assert found == ["c", "b"]
