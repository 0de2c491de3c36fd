"""No attack has any effect in a build that nobody checked before."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from tests.attacks import corpus
from tests.attacks.conftest import Built
from tests.attacks.scan import dangers
from tests.volume import take

GENERATED = ("pagefind", "_static")
FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20](?![\d.,]*%?$)")


def pages(site: Path) -> list[Path]:
    """Every page of the site."""
    found = [
        path
        for path in site.rglob("*.html")
        if not set(GENERATED) & set(path.relative_to(site).parts)
    ]
    assert len(found) > take(100, 300, 300)
    return found


def test_nothing_is_written_outside_of_the_output(built: Built) -> None:
    top = built.site.parent
    written = {Path(built.field.root, what).resolve() for what in built.did("write")}
    outside = {path for path in written if not path.is_relative_to(top)}
    assert {path for path in outside if path != Path("/dev/null") and not _is_python(path)} == set()
    assert {path.name for path in top.iterdir()} == {"html", "doctrees", "log"}
    assert not built.field.canary.exists()


def _is_python(path: Path) -> bool:
    return path.suffix == ".pyc" or "__pycache__" in path.parts


def test_no_process_but_git_and_the_indexer(built: Built) -> None:
    started = {
        Path(re.sub(r"PosixPath\('(.*)'\)|'(.*)'", r"\1\2", what)).name
        for what in built.did("process")
    }
    assert started <= {"git", "pagefind"}


def test_no_connection(built: Built) -> None:
    assert built.did("network") == []


def test_no_code_of_a_page_is_compiled(built: Built) -> None:
    assert built.did("compile") == []


def test_nothing_outside_is_read(built: Built) -> None:
    secret = str(built.field.secret)
    assert [what for what in built.did("read") if what == secret] == []
    content = corpus.SECRET.encode()
    assert [
        path for path in built.site.rglob("*") if path.is_file() and content in path.read_bytes()
    ] == []


def test_no_page_has_anything_active(built: Built) -> None:
    found = [
        f"{path.relative_to(built.site)}: {what}"
        for path in pages(built.site)
        for what in dangers(path)
    ]
    assert found == []


def test_no_file_that_holds_scripts_is_published(built: Built) -> None:
    names = {path.name.lower() for path in built.site.rglob("*")}
    assert not [name for name in names if name.startswith("evil") and not name.endswith(".png")]
    assert not {"x.js", "conf.py", "a.rst", "b.ipynb", "c.txt", "notice.txt"} & names


def test_no_cell_is_a_formula(built: Built) -> None:
    tables = list(built.site.rglob("*.csv"))
    assert tables
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [cell for cell in cells if FORMULA.match(cell)] == []
