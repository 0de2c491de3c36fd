"""A quotation leads to its page or its words in the original, and says its page everywhere."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.contract.conftest import HERE as CONTRACT

from policykb.check import engine
from policykb.cli import main
from policykb.evidence.quotation import Quotation
from policykb.publish import article
from policykb.publish.facts import originals
from policykb.publish.facts.site import Site
from policykb.publish.facts.way_back import address

URL = "https://example.org/notice"


def lay(root: Path, text: str, url: str = URL) -> Path:
    """The small base with another text of its source, and an address."""
    shutil.copytree(CONTRACT / "quay", root)
    (root / "seeds/notice.txt").write_text(text, "utf-8")
    page = root / "docs/sources/notice.md"
    lines = page.read_text("utf-8").splitlines()
    digest = hashlib.sha256(text.encode()).hexdigest()
    lines = [f":sha256: {digest}" if one.startswith(":sha256:") else one for one in lines]
    lines.insert(lines.index(":language: en"), f":url: {url}")
    page.write_text("\n".join(lines) + "\n", "utf-8")
    return root


def paged() -> str:
    """The text of the source with a page before each of its paragraphs but the first."""
    text = (CONTRACT / "quay/seeds/notice.txt").read_text("utf-8")
    return "\f".join(text.split("\n\n"))


def of(root: Path, ident: str) -> tuple[Site, list[Quotation]]:
    base = engine.load(root)
    return Site(base, ()), base.evidence.of(base.by_id[ident])


def test_a_pdf_is_opened_at_the_page(tmp_path: Path) -> None:
    site, found = of(lay(tmp_path / "base", paged(), f"{URL}.pdf#x"), "JV_QUAYLIGHT")
    assert [one.pages[0] for one in found] == [2, 3]
    assert [address(one, site) for one in found] == [f"{URL}.pdf#page=2", f"{URL}.pdf#page=3"]


def test_the_page_stands_in_every_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(lay(tmp_path / "base", paged()))
    main(["export", "json", "--root", root])
    data = json.loads(capsys.readouterr().out)
    (venture,) = [one for one in data["records"] if one["id"] == "JV_QUAYLIGHT"]
    assert [one["page"] for one in venture["evidence"]] == [2, 3]
    for words in (["explain", "JV_QUAYLIGHT"], ["find", "financed Quaylight"]):
        main([*words, "--root", root])
        assert "p. 3" in capsys.readouterr().out


def test_a_source_without_pages_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "base"
    shutil.copytree(CONTRACT / "quay", root)
    main(["export", "json", "--root", str(root)])
    assert '"page"' not in capsys.readouterr().out


def test_a_web_page_is_opened_at_the_words(tmp_path: Path) -> None:
    text = (CONTRACT / "quay/seeds/notice.txt").read_text("utf-8")
    site, found = of(lay(tmp_path / "base", text), "JV_QUAYLIGHT")
    for one in found:
        base, _, fragment = address(one, site).partition("#:~:text=")
        assert base == URL
        assert unquote(fragment).replace("\n", " ") in " ".join(text.split())


def test_words_that_stand_twice_are_told_by_those_around_them(tmp_path: Path) -> None:
    text = (CONTRACT / "quay/seeds/notice.txt").read_text("utf-8")
    again = "\n\nA later note: Quaylight will be financed from the Harbour Electrification Fund.\n"
    site, found = of(lay(tmp_path / "base", text + again), "JV_QUAYLIGHT")
    fragment = address(found[1], site).partition("#:~:text=")[2]
    words, after = fragment.rsplit(",-", 1)
    assert unquote(words) == "Quaylight will be financed from the Harbour Electrification Fund."
    assert unquote(after).startswith("The fund")


def test_a_source_without_an_address_leads_nowhere(tmp_path: Path) -> None:
    root = tmp_path / "base"
    shutil.copytree(CONTRACT / "quay", root)
    site, found = of(root, "JV_QUAYLIGHT")
    assert [address(one, site) for one in found] == ["", ""]


@pytest.mark.parametrize(
    ("setting", "name", "published"),
    [
        ('["CC BY"]', "notice.pdf", True),
        ('["CC0"]', "notice.pdf", False),
        ("[]", "notice.pdf", False),
        ('["CC BY"]', "notice.html", False),
    ],
)
def test_an_original_is_published_where_its_rights_and_kind_allow_it(
    tmp_path: Path, setting: str, name: str, published: bool
) -> None:
    root = lay(tmp_path / "base", paged())
    (root / "policykb.toml").write_text(f"publish_originals = {setting}\n", "utf-8")
    (root / "seeds" / name).write_bytes(b"%PDF-1.4")
    page = root / "docs/sources/notice.md"
    pin = hashlib.sha256(b"%PDF-1.4").hexdigest()
    more = f":original: {name}\n:original_sha256: {pin}\n:rights: CC BY 4.0, as its foot says\n"
    kept = [one for one in page.read_text("utf-8").splitlines() if not one.startswith(":rights:")]
    page.write_text("\n".join(kept).replace(":language:", f"{more}:language:"), "utf-8")
    site, (quote, *_) = of(root, "JV_QUAYLIGHT")
    href = originals.href("SRC_NOTICE", site, "ventures/quaylight", quote)
    assert bool(href) is published
    shown = article.after(site.base.by_id["SRC_NOTICE"], site)
    assert "<h3>P. 2, paragraph 1</h3>" in shown
    assert ("originals/SRC_NOTICE.pdf#page=2" in shown) is published
    assert ("The whole text is not published here." in shown) is not published
    assert not published or href == "../originals/SRC_NOTICE.pdf#page=2"
    assert dict(originals.files(site)) == (
        {"originals/SRC_NOTICE.pdf": b"%PDF-1.4"} if published else {}
    )
    (root / "seeds" / name).write_bytes(b"another")
    assert not originals.href("SRC_NOTICE", of(root, "JV_QUAYLIGHT")[0], "index")
