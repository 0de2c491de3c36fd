"""`policykb source`: documents made here become sources, hostile ones cost nothing else."""

from __future__ import annotations

import io
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest
from tests.conftest import ROOT
from tests.documents.hostile import HOSTILE, TEXT

from policykb.check import engine
from policykb.cli import main
from policykb.documents import child, metadata
from policykb.documents.extracted import Refused
from policykb.documents.layout import join, laid_out
from policykb.documents.lines import HYPHEN, Line
from policykb.documents.nearest import nearest
from policykb.evidence.document.source import Source

HEIGHTS = (740, 700, 30)
FUND = TEXT
NEXT = "Beta Works runs the ferries of Bergen and pays nothing for the cables of the ports."


def pdf(*pages: list[str]) -> bytes:
    """A PDF with a heading and lines of text, an object a page."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(
            f"BT /F1 {24 if at + number == 0 else 11} Tf 72 {HEIGHTS[at]} Td ({line}) Tj ET"
            for at, line in enumerate(lines)
        )
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>",
            f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        ]
    out, table = "%PDF-1.4\n", "0000000000 65535 f \n"
    for number, text in enumerate(objects, 1):
        table += f"{len(out):010} 00000 n \n"
        out += f"{number} 0 obj\n{text}\nendobj\n"
    size, start = len(objects) + 1, len(out)
    trailer = f"trailer\n<</Root 1 0 R/Size {size}>>\nstartxref\n{start}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n{table}{trailer}".encode()


def word() -> bytes:
    made = docx.Document()
    made.add_heading("Cables for the ports", 0)
    made.add_paragraph(FUND)
    table = made.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Port", "Sum"), ("Oslo", "500")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


WEB = (
    '<html><head><title>Cables for the ports | Gazette</title><meta name="author" content="Lind">'
    '<meta property="article:published_time" content="2025-03-04T10:00:00Z">'
    '<link rel=stylesheet href="http://127.0.0.1:9/x.css"></head><body><nav>Menu</nav>'
    f"<h1>Cables for the ports</h1><p>{FUND}</p><p>{NEXT}</p></body></html>"
)
MAIL = (
    "Subject: Cables for the ports\nFrom: A. Lind <a@b.example>\n"
    f"Date: Tue, 4 Mar 2025 10:00:00 +0000\n\n{FUND}\n"
)
JAPANESE = "港湾基金は十七の港に二千万円を支払う。経済産業省が補助金を交付する。\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/contract/quay", tmp_path / "base")
    return tmp_path / "base"


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_pdf_becomes_a_source_with_pages_that_check_and_verify_pass(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "Ministry of Ports"
    data = pdf(
        ["Cables for the ports", FUND, head],
        [NEXT, "More.", head],
        ["The end is near.", "x.", head],
    )
    file = put(base.parent, "cables.pdf", data)
    root = ["--root", str(base)]
    assert main(["source", "add", *root, str(file), "--dry-run"]) == 0
    shown, told_of = capsys.readouterr()
    assert "left out on the pages: Ministry of Ports" in told_of
    assert "indeterminate" not in told_of
    assert "+++ b/seeds/cables.txt" in shown
    assert not (base / "seeds/cables.txt").exists()
    assert main(["source", "add", *root, str(file), "--url", "https://a.example/c.pdf"]) == 0
    text = (base / "seeds/cables.txt").read_text()
    assert text.startswith(f"Cables for the ports\n\n{FUND}")
    assert text.count("\f") == 2
    assert text.index("\f") < text.index(NEXT)
    loaded, report = engine.check(base)
    assert {one.code for one in report.diagnostics if "cables" in one.path} == {"PKB901"}
    entry = next(one for one in loaded.entries if one.text("original") == "cables.pdf")
    assert entry.text("headline") == "Cables for the ports"
    assert entry.text("extractor").startswith("pypdfium2 ")
    assert main(["source", "verify", *root]) == 0
    put(base, "seeds/cables.txt", text.replace("40 million", "50 million"))
    assert main(["source", "verify", *root]) == 1
    assert "is not the text of its original" in capsys.readouterr().out
    assert main(["source", "add", *root, str(file)]) == 1
    assert "describes it already" in capsys.readouterr().err


def test_a_lost_quotation_is_found_by_the_text_that_git_has(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["init"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a", "commit"]):
        message = ["-q", "-m", "a"] if "commit" in words else []
        subprocess.run(["git", "-C", str(base), *words, *message], check=True, capture_output=True)
    notice = base / "seeds/notice.txt"
    quoted, now = "has been open since 2023", "has been closed since 2025"
    assert quoted in notice.read_text()
    notice.write_text(notice.read_text().replace(quoted, now))
    assert main(["source", "verify", "--root", str(base), "SRC_NOTICE", "--repin"]) == 1
    assert f"nearest: “The fund, run by the Coastal Ministry, {now}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data"),
    [("c.docx", word()), ("c.html", WEB.encode()), ("c.eml", MAIL.encode())],
)
def test_each_format_gives_text_and_headline(tmp_path: Path, name: str, data: bytes) -> None:
    found = child.extract(put(tmp_path, name, data))
    assert found.headline == "Cables for the ports"
    assert FUND in found.text
    assert "Menu" not in found.text
    assert name != "c.docx" or "| Port | Sum |\n| Oslo | 500 |" in found.text
    assert name == "c.docx" or found.published == "2025-03-04"


def test_text_in_another_encoding_is_read_and_its_language_told(tmp_path: Path) -> None:
    found = child.extract(put(tmp_path, "c.txt", (JAPANESE * 3).encode("shift_jis")))
    assert JAPANESE.strip() in found.text
    assert found.language == "ja"
    assert metadata.language("xyz abc 123") == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_bounded_time_and_memory(tmp_path: Path, name: str) -> None:
    make, said = HOSTILE[name]
    file = put(tmp_path, name, make())
    begun = time.monotonic()
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if said:
        with pytest.raises(Refused, match=said):
            child.extract(file)
    else:
        found = child.extract(file).text
        assert TEXT in found
        assert len(found) < 2 * len(TEXT)
    assert time.monotonic() - begun < child.SECONDS
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert used <= max(others, child.MEMORY // 1024)


@pytest.mark.parametrize("way", ["import urllib.request as u; u.urlopen", "import os; os.system"])
def test_nothing_gets_out_of_the_process_that_reads(way: str) -> None:
    code = f"from policykb.documents.child import _bound; _bound(); {way}('http://127.0.0.1:9/')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"in a reader of documents" in done.stderr


def test_one_bad_file_does_not_stop_the_rest(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = [str(put(base.parent, name, HOSTILE[name][0]())) for name in ("cut.pdf", "deep.docx")]
    good = put(base.parent, "good.html", WEB)
    assert main(["source", "add", "--root", str(base), *bad, str(good)]) == 1
    said = capsys.readouterr().err
    assert said.count("not taken: ") == len(bad)
    assert "Traceback" not in said
    assert (base / "seeds/good.txt").is_file()


def test_what_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", -9.9)
    with pytest.raises(Refused, match="takes more than"):
        child.extract(put(tmp_path, "c.html", WEB))


def test_words_are_put_together_and_recurring_lines_left_out() -> None:
    assert join("the infor" + HYPHEN, "mation of") == "the information of"
    assert join("a joint-", "venture", frozenset({"joint-venture"})) == "a joint-venture"
    assert join("of US-", "Japan") == "of US-Japan"
    assert join("MO" + HYPHEN, "ROCCO") == "MOROCCO"
    assert join("Land" + HYPHEN, "und Seeweg") == "Land- und Seeweg"
    assert join("MT" + HYPHEN, "2203") == "MT-2203"
    assert join("令和７年１", "２月") == "令和７年１２月"
    pages = [[Line("Gazette 7", 72, 200, 20, 10), Line(f"{at}.", 72, 90, 300, 10)] for at in "abc"]
    made = laid_out(pages, [800.0] * 3)
    assert made.left_out == ["Gazette 7"] * 3
    assert re.sub(r"\s+", " ", made.text()) == "a. b. c. "


def test_a_paragraph_goes_on_in_the_next_column_behind_the_footnotes() -> None:
    column = [
        Line("The fund is open to", 82, 200, 20, 10),
        Line("ports. It pays for ca" + HYPHEN, 72, 200, 32, 10),
        Line("1 It closes in May.", 72, 150, 300, 8),
        Line("bles. The ministry runs it.", 272, 400, 20, 10),
        Line("No port has to pay for", 282, 400, 32, 10),
        Line("anything.", 272, 310, 44, 10),
    ]
    assert laid_out([column], [800.0]).text().split("\n\n") == [
        "1 It closes in May.",
        "The fund is open to ports. It pays for cables. The ministry runs it.",
        "No port has to pay for anything.\n",
    ]


def test_the_nearest_passage_is_proposed_only_where_it_is_sure() -> None:
    changed = FUND.replace("seventeen", "eighteen")
    assert nearest(Source.of_text(f"{NEXT}\n\n{changed}"), FUND.rstrip(".")) == changed.rstrip(".")
    assert nearest(Source.of_text(NEXT), FUND) is None
    twice = f"{changed}\n\n{FUND.replace('40', '50')}"
    assert nearest(Source.of_text(twice), FUND) is None


@pytest.mark.parametrize("name", ["linked.html", "../outside.html", "../../outside.html"])
def test_no_original_is_read_behind_a_link_or_outside(
    base: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    put(base.parent, "outside.html", WEB)
    put(base, "outside.html", WEB)
    (base / "seeds/linked.html").symlink_to(base.parent / "outside.html")
    page = base / "docs/sources/notice.md"
    text = page.read_text("utf-8").replace(":file:", f":original: {name}\n:file:", 1)
    page.write_text(text, "utf-8")
    assert main(["source", "verify", "--repin", "--root", str(base)]) == 1
    said = capsys.readouterr().out
    assert "not read" in said
    assert "nearest" not in said


@pytest.mark.parametrize("name", [b"caf\xe9.txt", b"a\n:rights: none\n.txt", b"a\x1b[2J.txt"])
def test_a_document_whose_name_is_no_text_is_not_taken(
    base: Path, capsys: pytest.CaptureFixture[str], name: bytes
) -> None:
    put(base / "seeds", os.fsdecode(name), FUND)
    put(base / "seeds", "plain.txt", FUND.upper())
    assert main(["source", "add", "--root", str(base)]) == 1
    told_of = capsys.readouterr()
    assert "not taken: its name" in told_of.err
    assert "Wrote docs/sources/plain.md" in told_of.out
