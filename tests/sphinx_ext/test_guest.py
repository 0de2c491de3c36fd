"""Records in a part of another project: that project is built as without policykb."""

import os
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import program
from tests.sphinx_ext.host_project import OWN, lay, sphinx


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with policykb, built as HTML."""
    root: Path = tmp_path_factory.mktemp("host") / "with"
    lay(root, '"sphinx_needs", "policykb"')
    run = sphinx(root, "html", "-W")
    assert run.returncode == 0, run.stderr
    return root


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project without policykb, where one page, about the records, has nothing to show."""
    root: Path = tmp_path_factory.mktemp("alone") / "without"
    lay(root)
    shutil.rmtree(root / "docs/records")
    run = sphinx(root, "html")
    assert "Traceback" not in run.stderr
    return root


def own_files(root: Path) -> Iterator[tuple[str, str]]:
    """The host's pages as they are served, less the numbers that sphinx-needs draws by lot."""
    for name in (*OWN, "genindex", "search"):
        text = (root / f"_out/html/{name}.html").read_text("utf-8")
        yield name, re.sub('id="SNCB-[0-9a-f]+"', "", text)


def test_every_page_of_the_host_is_the_same_file(host: Path, alone: Path) -> None:
    assert dict(own_files(host)) == dict(own_files(alone))
    for name in ("own.css", "logo.svg", "alabaster.css"):
        assert (host / f"_out/html/_static/{name}").is_file()
    made = {path.name for path in (host / "_out/html").iterdir()}
    assert "README.html" not in made
    assert made - {path.name for path in (alone / "_out/html").iterdir()} == {"records"}


def page(host: Path, builder: str, name: str) -> str:
    """A file of an output."""
    return (host / f"_out/{builder}/{name}").read_text("utf-8")


PLACES = {"html": "records/ventures/quaylight.html", "singlehtml": "index.html"}
PLACES["dirhtml"] = "records/ventures/quaylight/index.html"


@pytest.mark.parametrize("builder", PLACES)
def test_html_of_every_kind_has_fields_and_quotations(host: Path, builder: str) -> None:
    run = sphinx(host, builder, "-W")
    assert run.returncode == 0, run.stderr
    text = page(host, builder, PLACES[builder])
    assert '<article class="record t-jv" id="JV_QUAYLIGHT">' in text
    assert "Quaylight will be financed from the Harbour Electrification Fund." in text
    assert "policykb-records.css" in text
    for target in re.findall('class="ref t-[a-z]+" href="([^"]*)"', text):
        path, _, anchor = target.partition("#")
        file = (host / f"_out/{builder}" / PLACES[builder]).parent / path
        file = file / "index.html" if file.is_dir() else file
        other = file.read_text("utf-8") if path else text
        assert f'id="{anchor}"' in other if anchor else file.is_file(), target


def test_a_page_of_the_host_names_a_record_that_is_not_there(tmp_path: Path) -> None:
    lay(tmp_path, '"sphinx_needs", "policykb"')
    page = tmp_path / "docs/kb.rst"
    page.write_text(page.read_text("utf-8").replace("`ORG_VESTA`", "`ORG_VESTO`"), "utf-8")
    line = page.read_text("utf-8").splitlines().index("It is about :policykb:need:`ORG_VESTO`.") + 1
    for _ in ("cold", "warm"):
        run = sphinx(tmp_path, "html", "-W", "--keep-going")
        assert run.returncode == 1
        said = f"docs/kb.rst:{line}: WARNING: there is no record ORG_VESTO; did you mean ORG_VESTA"
        assert said in run.stderr
        assert run.stderr.count("ORG_VESTO") == 1


def test_records_are_found_by_the_search_of_the_host(host: Path) -> None:
    index = page(host, "html", "searchindex.js")
    assert '"records/ventures/quaylight"' in index
    assert '"financ"' in index or "financ:" in index  # a word of a quotation


def test_plain_text_has_fields_and_quotations(host: Path) -> None:
    run = sphinx(host, "text", "-W")
    assert run.returncode == 0, run.stderr
    text = page(host, "text", "records/ventures/quaylight.txt")
    assert "Funded by:\n   Harbour Electrification Fund" in text
    words = "“Quaylight will be financed from the Harbour Electrification Fund.”"
    assert words in " ".join(text.split())
    assert "Harbour notice, paragraph 3; backs Funded by" in text
    assert "| Quaylight " in page(host, "text", "kb.txt")


REFUSED = {
    "latex": "host.tex",
    "epub": "records/ventures/quaylight.xhtml",
    "man": "host.1",
    "texinfo": "host.texi",
    "gettext": "records.pot",
}


@pytest.mark.parametrize("builder", REFUSED)
def test_other_outputs_have_one_sentence_of_a_record_and_all_else(host: Path, builder: str) -> None:
    run = sphinx(host, builder)
    assert run.returncode == 0, run.stderr
    assert "policykb" not in run.stderr
    text = page(host, builder, REFUSED[builder])
    assert "Quaylight" in text
    assert "financed" not in text
    if builder == "gettext":  # it has nothing to translate in them but their headings
        assert "in a container" in page(host, builder, "index.pot")
        return
    assert "This record is published as a web page only." in text
    own = {"epub": "index.xhtml"}.get(builder, REFUSED[builder])
    assert "in a container" in page(host, builder, own)


def test_other_projects_find_the_records_in_the_inventory(host: Path) -> None:
    assert page(host, "html", "index.html")
    body = (host / "_out/html/objects.inv").read_bytes().split(b"\n", 4)[4]
    place = b"jv_quaylight std:label -1 records/ventures/quaylight.html#JV_QUAYLIGHT "
    assert place in zlib.decompress(body)


def test_links_are_looked_for_in_fields_too(host: Path) -> None:
    notice = host / "docs/records/sources/notice.md"
    text = notice.read_text("utf-8")
    url = "http://127.0.0.1:9/notice"
    notice.write_text(text.replace(":language:", f":url: {url}\n:language:"), "utf-8")
    try:
        sphinx(host, "linkcheck", "-D", "linkcheck_retries=1", "-D", "linkcheck_timeout=2")
    finally:
        notice.write_text(text, "utf-8")
    assert f'"uri": "{url}"' in page(host, "linkcheck", "output.json")


HOOK = """
import pathlib
def fill(app, docname, text):
    if docname.startswith("records/") and "{{" in text[0]:
        pathlib.Path(app.outdir, "EVALUATED").touch()
def setup(app):
    app.connect("source-read", fill, priority=-10)
source_suffix = [".rst", ".txt", ".md"]
myst_enable_extensions = ["dollarmath", "substitution", "html_image"]
myst_substitutions = {"secret": "SECRET"}
"""
HOSTILE = r"""# Hostile

{{ secret }} and <b onclick="x()">raw</b> and $\href{javascript:alert(1)}{x}$.

$$\href{javascript:alert(2)}{y}$$

```{toctree}
../api
```

```{raw} html
<script>alert(3)</script>
```

```{eval-rst}
.. raw:: html

   <script>alert(4)</script>
```

```{include} ../conf.py
```

```{automodule} this
```

```{needtable}
:filter: __import__("os").system("touch EVALUATED")
```

[a file](../conf.py) and [an address](javascript:alert(5)).
"""


def test_pages_of_the_folder_stay_data_whatever_the_host_allows(tmp_path: Path) -> None:
    lay(tmp_path, '"myst_parser", "sphinx_needs", "policykb"')
    conf = tmp_path / "docs/conf.py"
    conf.write_text(conf.read_text("utf-8") + HOOK, "utf-8")
    (tmp_path / "docs/records/hostile.md").write_text(HOSTILE, "utf-8")
    (tmp_path / "docs/records/more.rst").write_text(
        "More\n====\n\n.. raw:: html\n\n   <script>alert(6)</script>\n", "utf-8"
    )
    (tmp_path / "docs/records/more.txt").write_text("Even\n====\n", "utf-8")
    before = {path.name for path in tmp_path.iterdir()}
    run = sphinx(tmp_path, "html")
    assert "docs/records/more.rst is not read" in run.stderr
    assert "docs/records/more.txt: the folder of records takes Markdown only" in run.stderr
    assert run.stderr.count("more.rst") == 2  # its place, and what is said of it
    assert "Traceback" not in run.stderr
    out = tmp_path / "_out/html"
    assert not (out / "EVALUATED").exists()
    assert {path.name for path in tmp_path.iterdir()} - before == {"_out", "_trees"}
    assert not (out / "records/more.html").exists()
    text = (out / "records/hostile.html").read_text("utf-8")
    body = text.partition('role="main"')[2].partition("</section>")[0]
    assert "SECRET" not in body
    assert "<script" not in body
    assert 'href="javascript' not in body
    running = re.sub("<(?:code|pre).*?</(?:code|pre)>", "", body, flags=re.DOTALL)
    assert "\\href" not in running
    assert 'class="math' not in body
    assert "tex2jax_ignore" in text
    assert "The Zen of Python" not in text
    assert "html_theme" not in text
    parents = (out / "api.html").read_text("utf-8")
    assert "records/hostile" not in parents


@pytest.mark.gate
def test_an_edit_reaches_the_records_around_and_the_lists_and_no_other_page(tmp_path: Path) -> None:
    lay(tmp_path, '"sphinx_needs", "policykb"')
    names = ("records/programs/hef", "kb", "api", "needs")
    pages = {name: tmp_path / f"_out/html/{name}.html" for name in names}
    text = tmp_path / "_out/text/records/programs/hef.txt"
    for builder in ("html", "text"):
        assert sphinx(tmp_path, builder, "-W").returncode == 0
    before = {name: path.stat().st_mtime_ns for name, path in pages.items()}
    venture = tmp_path / "docs/records/ventures/quaylight.md"
    venture.write_text(venture.read_text("utf-8").replace("{jv} Quaylight", "{jv} Kaylight"))
    for builder in ("html", "text"):
        sphinx(tmp_path, builder)
    after = {name: path.stat().st_mtime_ns for name, path in pages.items()}
    assert {name for name in names if before[name] != after[name]} == {*names[:2]}
    assert "Kaylight" in pages["kb"].read_text("utf-8")
    assert "Kaylight" in text.read_text("utf-8")


def test_policykb_build_builds_the_host(host: Path, tmp_path: Path) -> None:
    lay(tmp_path, '"sphinx_needs", "policykb"')
    run = program.run("policykb", "build", cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"})
    assert run.returncode == 0, run.stdout + run.stderr
    made = tmp_path / "_build/html"
    assert 'id="R_ONE"' in (made / "needs.html").read_text("utf-8")
    assert "financed" in (made / "records/ventures/quaylight.html").read_text("utf-8")


@pytest.mark.parametrize("site", ["records", "full"])
def test_a_setting_says_whose_site_it_is(site: str, tmp_path: Path) -> None:
    lay(tmp_path, '"sphinx_needs", "policykb"')
    (tmp_path / "docs/index.md").write_text("# Index\n", "utf-8")
    shutil.move(tmp_path / "docs/conf.py", tmp_path / "conf.py")
    shutil.rmtree(tmp_path / "docs/_static")
    for path in (tmp_path / "docs").glob("*.rst"):
        path.unlink()
    (tmp_path / "pyproject.toml").write_text(f'[tool.policykb]\nsite = "{site}"\n', "utf-8")
    given = ["-q", "-c", ".", "docs", "_out"]
    run = program.run("sphinx", *given, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"})
    assert "Traceback" not in run.stderr
    page = (tmp_path / "_out/records/ventures/quaylight.html").read_text("utf-8")
    assert ("alabaster" in page) == (site == "records")
    assert ("site-header" in page) == (site == "full")


def test_pages_in_the_folder_that_are_no_markdown_end_a_build_of_that_folder_alone(
    tmp_path: Path,
) -> None:
    lay(tmp_path, '"policykb"')
    (tmp_path / "pyproject.toml").write_text("[tool.policykb]\n", "utf-8")
    run = sphinx(tmp_path, "html")
    assert run.returncode == 2
    assert run.stderr.splitlines()[-1] == (
        "policykb: docs/api.rst is no Markdown, and docs is the folder of records; "
        'name one of its own: docs = "docs/records"'
    )
