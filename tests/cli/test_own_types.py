"""The guide's base on fisheries is made as it is printed there, and its types are found in every
command and on the site."""

import json
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.cli.conftest import commit, environment, git

from policykb.base.settings import load as load_settings
from policykb.check import engine
from policykb.cli import main
from policykb.model import BUILT_IN, use
from policykb.publish import catalog
from policykb.publish.files import search_index
from policykb.publish.frame import assets
from policykb.publish.layout import page_context
from policykb.publish.pages import landing

_FILE = re.compile(r"^(`{3,})\w+ (\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
PACKAGE = ("fish_rules.py", "pyproject.toml")


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, str]:
    """The files that the page prints."""
    page = (root / "docs/guide/own-types.md").read_text("utf-8")
    found = {name: text for _, name, text in _FILE.findall(page)}
    digest = sha256(found["seeds/notice.txt"].encode()).hexdigest()
    return {name: text.replace(": SHA256", f": {digest}") for name, text in found.items()}


@pytest.fixture
def base(files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The base, with the package of its rule installed as pip would."""
    packages, base = tmp_path / "site-packages", tmp_path / "base"
    info = packages / "fish_rules-1.0.dist-info"
    info.mkdir(parents=True)
    (packages / "fish_rules.py").write_text(files["fish_rules.py"], "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fish-rules\nVersion: 1.0\n")
    entry = re.search(r"([\w-]+) = \"(\w+:\w+)\"", files["pyproject.toml"])
    assert entry
    (info / "entry_points.txt").write_text(f"[policykb.rules]\n{entry[1]} = {entry[2]}\n")
    monkeypatch.syspath_prepend(packages)
    sys.modules.pop("fish_rules", None)
    for name, text in files.items():
        if name not in PACKAGE:
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_text(text, "utf-8")
    yield base
    use(BUILT_IN)


def change(base: Path, path: str, old: str, new: str) -> None:
    text = (base / path).read_text("utf-8")
    assert old in text
    (base / path).write_text(text.replace(old, new, 1), "utf-8")


def test_the_base_is_clean_and_its_facts_are_shown(base: Path) -> None:
    loaded, report = engine.check(base)
    assert [(one.code, one.message) for one in report.diagnostics] == []
    assert loaded.by_id["QUO_COD_2024"].value("status") == "exhausted"


WRONG = [
    ("docs/quotas/cod-2025.md", "2025-04-01", "2025-10-01", "PKB407"),
    ("docs/quotas/cod-2025.md", ":opens: 2025-04-01\n", "", "PKB133"),
    ("docs/ports/skerry-harbour.md", ":country: NO\n", "", "PKB134"),
    ("docs/quotas/cod-2025.md", ":tonnes: 12,400\n", "", "FISH001"),
    ("docs/quotas/cod-2024.md", "exhausted", "fished", "PKB105"),
    ("docs/quotas/cod-2024.md", "exhausted", "open", "PKB303"),
    ("docs/quotas/cod-2024.md", "STK_NORTHERN_BANKS_COD", "ORG_MINISTRY", "PKB202"),
    ("docs/quotas/cod-2024.md", "{quota}", "{allowance}", "PKB101"),
    ("docs/quotas/cod-2024.md", "QUO_COD_2024", "QUOTA_COD", "PKB112"),
]


@pytest.mark.parametrize(("path", "old", "new", "code"), WRONG, ids=[one[3] for one in WRONG])
def test_a_mistake_in_a_new_type_is_found(
    base: Path, path: str, old: str, new: str, code: str
) -> None:
    change(base, path, old, new)
    assert code in {one.code for one in engine.check(base)[1].diagnostics}


def test_each_fault_of_a_type_is_told_in_a_line(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the terminal, with its place."""
    change(base, "policykb.toml", 'prefix = "QUO_"', 'prefix = "quo"')
    change(base, "policykb.toml", 'prefix = "VES_"', 'prefix = "ves"')
    assert main(["check", "--root", str(base)]) == 2
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith("policykb: policykb.toml:7: types.quota.prefix: write it in capital")
    assert last.startswith("policykb.toml:78: types.vessel.prefix: write it in capital")


def test_a_circle_of_own_links_is_found(base: Path) -> None:
    for one, other in ((2024, 2025), (2025, 2024)):
        change(
            base,
            f"docs/quotas/cod-{one}.md",
            ":stock:",
            f":carried_over_from: QUO_COD_{other}\n:stock:",
        )
    assert "PKB206" in {one.code for one in engine.check(base)[1].diagnostics}


def test_commands_know_the_new_types(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ("--root", str(base))
    given = ("--title", "Haddock quota", "--stock", "Northern Banks cod", "--tonnes", "12,400")
    assert main(["new", "quota", *given, *root]) == 0
    assert ":stock: STK_NORTHERN_BANKS_COD\n" in (base / "docs/quotas/haddock-quota.md").read_text()
    (base / "docs/quotas/haddock-quota.md").unlink()
    change(base, "docs/quotas/cod-2024.md", "{quota}", "{allowance}")
    assert main(["fix", *root]) == 0
    assert "{quota} Cod" in (base / "docs/quotas/cod-2024.md").read_text("utf-8")
    capsys.readouterr()
    assert main(["find", "cod", "--type", "quota", *root]) == 0
    assert "QUO_COD_2025  Cod quota 2025 (quota)" in capsys.readouterr().out
    assert main(["explain", "VES_GANNET", *root]) == 0
    assert "(vessel)" in capsys.readouterr().out
    assert main(["schema", *root]) == 0
    schema = json.loads((base / "schemas/quota.json").read_text("utf-8"))
    assert schema["properties"]["id"]["pattern"] == "^QUO_[A-Z0-9_]+$"
    capsys.readouterr()
    assert main(["export", "json", *root]) == 0
    records = json.loads(capsys.readouterr().out)["records"]
    assert {one["type"] for one in records} >= {"quota", "stock", "vessel", "port"}


def test_a_difference_tells_of_the_new_types_and_of_one_that_is_gone(
    base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    git(base, "init", "-q", "-b", "main")
    commit(base)
    change(base, "docs/quotas/cod-2025.md", ":closes: 2025-09-30", ":closes: 2025-09-29")
    (base / "docs/vessels/gannet.md").unlink()
    settings = (base / "policykb.toml").read_text("utf-8")
    without = re.sub(r"\[types\.vessel.*?(?=\[types\.port\])", "", settings, flags=re.DOTALL)
    (base / "policykb.toml").write_text(without, "utf-8")
    main(["diff", "HEAD", "--root", str(base)])
    said = capsys.readouterr().out
    assert "closes 2025-09-30 → 2025-09-29" in said
    assert "vessel “Gannet” removed" in said


def test_the_site_shows_the_new_types(base: Path) -> None:
    site = catalog.site(engine.load(base, load_settings(base)))
    pages = {page.docname: page.html for page in catalog.pages(site)}
    assert "Cod quota 2025" in pages["quotas/index"]
    assert "12,400" in pages["quotas/index"]
    assert "Cod quota 2025" in pages["timeline"]
    assert "t-quota" in pages["network"]
    assert "t-vessel" in pages["network"]
    assert (
        b".t-quota { --accent: light-dark(#1d5fa8"
        in assets.made_files(base, load_settings(base), site.t)["types.css"]
    )
    menu = [one["text"] for one in page_context(site, "index")["kb"]["navigation"]]
    assert menu == ["Quotas", "Organizations", "Browse", "Search"]
    assert [words for _, words, _ in landing.numbers(site)][:3] == [
        "quotas",
        "stock",
        "organizations",
    ]
    assert 'id="chain"' not in landing.after(site, "index")
    found = {one.title: one.facets for one in search_index.entries(site)}
    assert found["Cod quota 2025"]["Type"] == ["Quota"]
    assert found["Gannet"]["Quota"] == ["Cod quota 2025"]
