"""Files that a stranger sends have no effect in whatever way the site is built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests import program
from tests.attacks import corpus

from policykb.check import engine

SLOW = ("files/page-too-long-to-parse", "files/nested-quotes")
LABELS = "files/translation-of-labels"
SENT = [one for one in corpus.attacks() if one.name.startswith("files/") and one.name not in SLOW]
CONF = 'project = "Quay"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n'
NEEDLES = (corpus.SECRET.encode(), b"FORGED", b"<script>window.pwned", b"pkbattack")
Way = Callable[[corpus.Field, Path], "subprocess.CompletedProcess[str]"]


def run(folder: Path, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    return program.run(module, *words, cwd=folder, env={**os.environ, "NO_COLOR": "1"})


def built(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    return run(field.root, "policykb", "build", "-o", str(out))


def built_from_within(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    """A base of its own among the pages is content."""
    for name in ("docs", "seeds"):
        (field.root / "docs" / name).mkdir()
    return run(field.root / "docs", "policykb", "build", "-o", str(out))


def served(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    done = run(field.root, "policykb", "serve", "--once")
    (field.root / "_build/serve").rename(out)
    return done


def by_sphinx(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    (field.root / "conf.py").write_text(CONF + "templates_path = ['docs/_templates']\n", "utf-8")
    return run(field.root, "sphinx", "-c", ".", "-d", f"{out}.trees", "docs", str(out))


def by_sphinx_without_a_conf(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    """Started among the pages: docutils would take its settings from there."""
    extensions = "extensions=myst_parser,sphinx_needs,policykb"
    words = ("-C", "-D", extensions, "-d", f"{out}.trees", ".", str(out))
    return run(field.root / "docs", "sphinx", *words)


def by_a_host(field: corpus.Field, out: Path) -> subprocess.CompletedProcess[str]:
    """The base's folder is a part of somebody else's documentation."""
    host(field.root)
    return run(field.root, "sphinx", "-d", f"{out}.trees", "docs", str(out))


WAYS: list[Way] = [
    built, built_from_within, served, by_sphinx, by_sphinx_without_a_conf, by_a_host
]  # fmt: skip


def host(root: Path) -> None:
    """Move the pages into a part of a host's documentation, which has a translation, a template and
    a picture's twin of its own."""
    (root / "docs").rename(root / "records")
    (root / "docs").mkdir()
    (root / "records").rename(root / "docs/records")
    settings = '[tool.policykb]\ndocs = "docs/records"\n'
    (root / "pyproject.toml").write_text(settings, "utf-8")
    docs = root / "docs"
    (docs / "conf.py").write_text(CONF + 'templates_path = ["_templates"]\n', "utf-8")
    text = "# Host\n\nWords of the host.\n\n![x](pic.png)\n\n```{toctree}\nrecords/index\n```\n"
    (docs / "index.md").write_text(text, "utf-8")
    (docs / "pic.png").write_bytes(corpus.DOT)
    (docs / "pic.en.png").write_bytes(corpus.DOT + b"TWIN")
    catalog = docs / "locales/en/LC_MESSAGES/index.po"
    catalog.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    words = 'msgid "Words of the host."\nmsgstr "Mots de la maison."\n'
    catalog.write_text(head + words, "utf-8")


def snapshot(root: Path) -> dict[str, bytes | str]:
    """Everything in a base: bytes of files, targets of links."""
    return {
        path.relative_to(root).as_posix(): _content(path)
        for path in sorted(root.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else "no plain file"


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_files_of_a_stranger_have_no_effect(way: Way, tmp_path: Path) -> None:
    plain = way in (by_sphinx, by_sphinx_without_a_conf)
    sent = [one for one in SENT if not (plain and one.name == LABELS)]
    field = corpus.lay_out(tmp_path / "field", sent)
    before = snapshot(field.root / "docs")
    out = tmp_path / "out"
    done = way(field, out)
    assert "Traceback" not in done.stderr
    assert not re.search(r"^::|\x1b\[2J", done.stdout + done.stderr, re.MULTILINE)
    docs = field.root / ("docs/records" if way is by_a_host else "docs")
    assert snapshot(docs) == before
    assert not field.canary.exists()
    site = out / "html" if way is served else out
    held = [path for path in site.rglob("*") if path.is_file()]
    assert held or way in (built, built_from_within)
    assert [(path, word) for path in held for word in NEEDLES if word in path.read_bytes()] == []
    if way is not served:  # it shows what is there, findings beside it
        assert done.returncode == 1, done.stderr[-2000:]


def test_words_of_sphinx_itself_end_its_own_build(tmp_path: Path) -> None:
    """It has them, compiled, before it loads any extension."""
    sent = [one for one in SENT if one.name == LABELS]
    done = by_sphinx(corpus.lay_out(tmp_path / "field", sent), tmp_path / "out")
    assert done.returncode == 2
    assert "docs/locales/en/LC_MESSAGES/sphinx.* would replace words of the site" in done.stderr
    assert not list((tmp_path / "out").rglob("*.html"))


def test_a_host_keeps_its_own_translations_templates_and_twins(tmp_path: Path) -> None:
    base = Path(shutil.copytree(corpus.QUAY, tmp_path / "base"))
    (base / "docs/index.md").write_text("# The quay\n\nA base.\n", encoding="utf-8")
    (base / "docs/dot.png").write_bytes(corpus.DOT)
    (base / "docs/shown.md").write_text("# Shown\n\n![x](dot.png)\n", encoding="utf-8")
    host(base)
    done = run(base, "sphinx", "-q", "docs", "out")
    assert done.returncode == 0, done.stderr
    assert "Mots de la maison." in (base / "out/index.html").read_text("utf-8")
    assert (base / "out/_images/pic.en.png").read_bytes().endswith(b"TWIN")
    assert (base / "out/_images/dot.png").read_bytes() == corpus.DOT
    venture = (base / "out/records/ventures/quaylight.html").read_text("utf-8")
    assert '<article class="record' in venture
    assert 'href="../programs/hef.html"' in venture


def test_a_picture_and_another_named_like_its_twin_are_both_shown(tmp_path: Path) -> None:
    field = corpus.lay_out(tmp_path, [])
    (field.root / "docs/pic.png").write_bytes(corpus.DOT + b"1")
    (field.root / "docs/pic.en.png").write_bytes(corpus.DOT + b"2")
    page = "# Pictures\n\n![x](pic.png) ![y](pic.en.png)\n"
    (field.root / "docs/pictures.md").write_text(page, "utf-8")
    done = built(field, tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    for name, end in (("pic.png", b"1"), ("pic.en.png", b"2")):
        assert (tmp_path / "out/_images" / name).read_bytes() == corpus.DOT + end
    html = (tmp_path / "out/pictures.html").read_text("utf-8")
    assert html.index("_images/pic.png") < html.index("_images/pic.en.png")


@pytest.mark.parametrize("name", ["docs", "seeds"])
def test_a_folder_of_the_base_that_is_a_link_is_not_read(name: str, tmp_path: Path) -> None:
    field = corpus.lay_out(tmp_path, [])
    (field.root / name).rename(tmp_path / "elsewhere")
    (field.root / name).symlink_to(tmp_path / "elsewhere")
    found = engine.check(field.root)[1].diagnostics
    assert ("PKB713", name) in {(item.code, item.path) for item in found}
    assert "PKB311" not in {item.code for item in found}
    assert not (field.root / "docs/people").exists()
    for words in (("build",), ("serve", "--once"), ("new", "person", "--title", "Evil Person")):
        if name == "docs":
            assert run(field.root, "policykb", *words).returncode in (1, 2)
    said = run(field.root, "policykb", "find", "Vesta").stdout
    assert "signed an agreement" not in said
    assert not list((tmp_path / "elsewhere").rglob("*erson*"))


def test_nothing_is_written_behind_a_link(tmp_path: Path) -> None:
    field = corpus.lay_out(tmp_path / "field", [])
    outside = tmp_path / "outside"
    outside.mkdir()
    (field.root / "docs/people").symlink_to(outside)
    (field.root / "schemas").symlink_to(outside)
    (field.root / "_build").symlink_to(outside)
    for words in (
        ("new", "person", "--title", "Evil Person"),
        ("serve", "--once"),
        ("schema",),
        ("build",),
    ):
        done = run(field.root, "policykb", *words)
        assert done.returncode in (1, 2), words
        assert "symbolic link" in done.stdout + done.stderr, words
    assert list(outside.iterdir()) == []


def test_a_served_folder_that_came_with_the_pages_is_refused(tmp_path: Path) -> None:
    field = corpus.lay_out(tmp_path / "field", [])
    work = field.root / "_build/serve/doctrees"
    work.mkdir(parents=True)
    (work / "environment.pickle").write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
    git = ["git", "-C", str(field.root), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "-A", "-f"], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *words], check=True)
    done = run(field.root, "policykb", "serve", "--once")
    assert done.returncode == 2
    assert "kept in git" in done.stdout + done.stderr
    assert not (field.root / "pwned").exists()
