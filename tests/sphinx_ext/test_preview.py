"""``policykb serve``: on this machine only, and right on other pages too after an edit."""

import http.client
import os
import re
import shutil
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.program import Running, running
from tests.sphinx_ext.conftest import change
from tests.sphinx_ext.incremental_runs import files

from policykb.cli import main
from policykb.sphinx_ext import preview


def test_a_folder_that_is_no_base_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["serve", "--port", "0"], ["check"]):
        assert main([*command, "--root", str(tmp_path)]) == 2
        said = capsys.readouterr()
        assert "is no base: it has no folder “docs”" in said.err
        assert "The site is at" not in said.out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_a_port_that_is_none_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", "--port", port])
    assert stopped.value.code == 2
    assert f"“{port}” is no port; write a number from 0 to 65535" in capsys.readouterr().err


@contextmanager
def serving(root: Path) -> Iterator[tuple[Running, str]]:
    """The command running, and the address it tells."""
    with running("policykb", "serve", "--port", "0", cwd=root) as program:
        said = ""
        for line in program.said:
            said += line
            if found := re.search(r"http://\S+", line):
                yield program, found[0]
                break
        else:
            pytest.fail(f"it stopped: {said}")


def get(address: str) -> str:
    """What an address answers."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def _next(address: str, built: str) -> str:
    """The number of the next build than one."""
    told = built
    while told == built:
        told = get(f"{address}-/wait?{built}")
    return told


def _sum(address: str, page: str) -> str:
    """The checksum by which a page that is open tells whether it has changed."""
    return get(f"{address}-/sum?/{page}")


def test_what_is_not_there_is_told_by_the_page_of_the_site(tmp_path: Path) -> None:
    """Which links from the top that the published site has on its host."""
    (tmp_path / "404.html").write_text("<p>Gone")
    (tmp_path / "a.html").write_text("<p>A")
    with preview.serving(tmp_path, 0, preview.Turn(), "/base") as address:
        with pytest.raises(urllib.error.HTTPError) as told:
            get(f"{address}nothing.html")
        assert (told.value.code, told.value.read()) == (404, b"<p>Gone")
        assert get(f"{address}base/a.html").startswith("<p>A")
        for odd in ("%00", "%00.html", "a" * 300, f"{'a/' * 3000}b.html", "%ff", "../a"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                get(address + odd)
        (tmp_path / "404.html").unlink()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            get(f"{address}nothing.html")


@pytest.mark.parametrize("path", ["", "a.html", "b.txt", "-/sum?/a.html", "nothing"])
def test_the_head_of_an_answer_is_that_of_the_answer(tmp_path: Path, path: str) -> None:
    for name in ("index.html", "a.html", "b.txt", "404.html"):
        (tmp_path / name).write_text(name)
    with preview.serving(tmp_path, 0, preview.Turn()) as address:
        heads, sizes = [], []
        for method in ("GET", "HEAD"):
            asked = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
            asked.request(method, f"/{path}")
            told = asked.getresponse()
            names = ("Content-Type", "Content-Length")
            heads.append((told.status, *(told.getheader(name) for name in names)))
            sizes.append(len(told.read()))
            asked.close()
    assert heads[0] == heads[1]
    assert sizes == [int(heads[0][2] or 0), 0]


@pytest.mark.gate
def test_a_title_changes_on_other_pages_and_browsers_are_told(quay: Path) -> None:
    with serving(quay) as (program, address):
        assert address.startswith("http://127.0.0.1:")
        page = get(f"{address}ventures/quaylight.html")
        assert "Harbour Electrification Fund" in page
        built = re.search(r'reload\.js" data-built="(\d+)" data-sum="(\w+)"', page)
        assert built
        sums = {name: _sum(address, name) for name in ("ventures/quaylight.html", "about.html")}
        assert sums["ventures/quaylight.html"] == built[2]
        change(quay / "docs/programs/hef.md", "{program} Harbour", "{program} Renamed Harbour")
        told = _next(address, built[1])
        assert "Renamed Harbour" in get(f"{address}programs/hef.html")
        _next(address, told)
        assert "Renamed Harbour" in get(f"{address}ventures/quaylight.html")
        assert _sum(address, "ventures/quaylight.html") != sums["ventures/quaylight.html"]
        assert _sum(address, "about.html") == sums["about.html"]
        assert "Renamed Harbour" in get(f"{address}id/PRG_HEF.json")
        made = sha256((quay / "_build/serve/html/data/records.json").read_bytes())
        assert made.hexdigest() in get(f"{address}data.html")
        assert "reload.js" not in (quay / "_build/serve/html/index.html").read_text("utf-8")
        os.kill(program.process.pid or 0, signal.SIGINT)
        program.process.join(60)
        assert program.process.exitcode == 130


def pages(root: Path) -> dict[str, str]:
    """The pages that are served, by their paths."""
    top = root / preview.FOLDER / "html"
    return {
        path.relative_to(top).as_posix(): path.read_text("utf-8") for path in top.rglob("*.html")
    }


def served_file(root: Path, name: str) -> str:
    """A file that is served."""
    return (root / preview.FOLDER / "html" / name).read_text("utf-8")


def checksums(root: Path) -> dict[str, str]:
    """What every file that is served holds."""
    return {name: one[1] for name, one in files(root / preview.FOLDER / "html").items()}


@pytest.mark.filterwarnings("ignore")
def test_an_edited_page_is_shown_first_and_then_all_is_as_if_built_anew(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []
    with closing(preview.Preview(quay)) as served:
        served.build(())
        served.turn.advance()
        advance = served.turn.advance

        def look() -> None:
            shown.append([name for name, text in pages(quay).items() if "Renamed" in text])
            advance()

        monkeypatch.setattr(served.turn, "advance", look)
        change(quay / "docs/programs/hef.md", "{program} Harbour", "{program} Renamed Harbour")
        served.build({"docs/programs/hef.md"})
        assert shown[0] == ["programs/hef.html"]
        assert "ventures/quaylight.html" in shown[1]
        assert "Renamed" not in served_file(quay, "id/PRG_HEF.json")
        served.finish()
        assert "Renamed" in served_file(quay, "id/PRG_HEF.json")
        change(quay / "docs/programs/hef.md", "# Harbour", "# Another Harbour")
        served.build({"docs/programs/hef.md"})
        (quay / "docs/programs/hef.md").unlink()
        served.build({"docs/programs/hef.md"})
        served.finish()
    kept = checksums(quay)
    shutil.rmtree(quay / preview.FOLDER)
    preview.once(quay)
    assert checksums(quay) == kept


@pytest.mark.filterwarnings("ignore")
def test_a_page_that_becomes_a_link_or_the_front_page_is_read_as_by_a_new_build(
    quay: Path,
) -> None:
    (quay / "secret.txt").write_text("# Not for the site\n", "utf-8")
    front, page = quay / "docs/index.md", quay / "docs/words.md"
    front.write_text("# Front\n", "utf-8")
    page.write_text("# Words\n", "utf-8")
    with closing(preview.Preview(quay)) as served:
        served.build(())
        page.unlink()
        page.symlink_to(quay / "secret.txt")
        front.unlink()
        served.build({"docs/index.md", "docs/words.md"})
        assert served.turn.number == 3  # the second build tells of lists before the search
        served.finish()
    kept = pages(quay)
    assert not any("Not for the site" in text for text in kept.values())
    shutil.rmtree(quay / preview.FOLDER)
    preview.once(quay)
    assert pages(quay) == kept


def test_a_broken_base_is_shown_all_the_same(quay: Path) -> None:
    change(quay / "docs/ventures/quaylight.md", ":funded_by: PRG_HEF\n", "")
    with serving(quay) as (_, address):
        assert "Quaylight" in get(f"{address}ventures/quaylight.html")


@pytest.mark.gate
def test_a_page_saved_in_another_encoding_is_told_and_the_rest_is_shown(quay: Path) -> None:
    (quay / "docs/first.md").write_bytes(b"# caf\xe9\n")
    (quay / "docs" / os.fsdecode(b"caf\xe9.md")).write_bytes(b"# x\n")
    with serving(quay) as (program, address):
        assert "Words" in get(f"{address}index.html")
        for name, data in (
            ("second.md", b"# caf\xe9\n"),
            ("index.md", b"# Quay\n\nOther words.\n"),
        ):
            (quay / "docs" / name).write_bytes(data)
            said = until_built(program)
        assert "second.md" in said
        assert "Other words" in get(f"{address}index.html")


def until_built(program: Running) -> str:
    """What is said up to the end of the next build."""
    said = ""
    for line in program.said:
        said += line
        if line == "Built.\n":
            break
    return said


def test_a_site_can_be_built_once(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("policykb.sphinx_ext.run.run", lambda order: 0)
    assert main(["serve", "--once", "--root", str(quay)]) == 0
    assert capsys.readouterr().out == f"The site is in {quay}/_build/serve/html.\n"


def test_a_build_that_fails_is_told_with_the_findings(
    quay: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise RecursionError("too deep")

    change(quay / "docs/ventures/quaylight.md", ":funded_by: PRG_HEF\n", "")
    monkeypatch.setattr("policykb.sphinx_ext.run.opened", fail)
    served = preview.Preview(quay)
    served.build(())
    said = capsys.readouterr().out
    assert "the site cannot be built: too deep" in said
    assert "PKB203" in said
    assert served.turn.number == 0
