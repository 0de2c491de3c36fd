"""The built wheel, installed in a clean environment, serves a project that is not this one."""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests.cli.conftest import commit, git
from tests.cli.runner import Action, Job, read

HERE = Path(__file__).parent
Run = Callable[..., subprocess.CompletedProcess[str]]
CONF = """\
project = "Quays"
extensions = ["myst_parser", "sphinx_needs", "policykb"]
"""


def tracked(*paths: str) -> list[str]:
    """The files that git tracks under some paths, relative to the checkout, and that are there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *paths],
        cwd=HERE.parent,
        capture_output=True,
        check=True,
        text=True,
    )
    return [name for name in listed.stdout.split("\0") if name and (HERE.parent / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tracked files; built twice it is the same file."""
    first, second = (build(tmp_path_factory.mktemp("copy")) for _ in range(2))
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()
    return first


def build(copy: Path) -> Path:
    """A wheel of the tracked files, which are copied to a folder."""
    root = HERE.parent
    for name in tracked("ext", "pyproject.toml", "README.md", "LICENSE"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, copy / name)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "-q", "--wheel-dir", str(copy / "dist"), str(copy)]
    subprocess.run(command, check=True, env=environment() | {"SOURCE_DATE_EPOCH": "1768435200"})
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment with nothing but the wheel in it; the packages that policykb
    needs are those of this one, read through a path file, so that no network is asked."""
    venv = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    python = venv / "bin/python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    command += ["--no-deps", "--no-index", str(wheel)]
    subprocess.run(command, check=True, env=environment())
    (packages,) = venv.glob("lib/python*/site-packages")
    (packages / "of-the-tests.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return venv / "bin"


def environment() -> dict[str, str]:
    """No path but the environment's own leads to modules."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**kept, "NO_COLOR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A small base with a Sphinx configuration that names the three extensions and nothing else."""
    base = Path(shutil.copytree(HERE / "contract/quay", tmp_path / "theirs"))
    (base / "docs/index.md").write_text("# Quays\n\nShore power, and who pays for it.\n", "utf-8")
    (base / "conf.py").write_text(CONF, "utf-8")
    return base


@pytest.fixture
def run(scripts: Path, theirs: Path) -> Run:
    """A program of the environment, run in their folder."""

    def call(name: str, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(scripts / name), *words],
            cwd=theirs,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=environment(),
        )

    return call


@pytest.mark.gate
def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"policykb"}
    assert "policykb/py.typed" in names
    # Rule pages, templates, static files, tables and word lists among them.
    kept = {path.removeprefix("ext/") for path in tracked("ext/policykb")}
    assert {".html", ".css", ".md", ".tsv", ".toml"} <= {Path(path).suffix for path in kept}
    assert kept <= set(names)


@pytest.mark.gate
def test_the_installed_package_is_what_runs(run: Run, scripts: Path) -> None:
    where = run("python", "-c", "import policykb; print(policykb.__file__)").stdout
    assert where.startswith(str(scripts.parent))


@pytest.mark.gate
def test_their_base_is_checked_fixed_and_exported(run: Run, theirs: Path) -> None:
    assert run("policykb", "check").stdout == "6 records checked, nothing to fix.\n"
    page = theirs / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("PRG_HEF", "PRG_HEFF"), "utf-8")
    broken = run("policykb", "check", "--format", "json")
    assert broken.returncode == 1
    (finding,) = json.loads(broken.stdout)["diagnostics"]
    assert (finding["code"], finding["path"]) == ("PKB201", "docs/ventures/quaylight.md")
    assert run("policykb", "explain", "PKB201").returncode == 0
    # Without git it is not known that no record had this id: a person has to ask for the fix.
    assert run("policykb", "fix").returncode == 1
    assert run("policykb", "fix", "--unsafe").returncode == 0
    assert run("policykb", "new", "org", "--title", "Third", "--kind", "company").returncode == 0
    exported = json.loads(run("policykb", "export", "json").stdout)
    assert len(exported["records"]) == 7


@pytest.mark.gate
def test_their_site_builds_with_sphinx_alone(run: Run, theirs: Path) -> None:
    built = run("python", "-m", "sphinx", "-W", "-q", "-c", ".", "-b", "html", "docs", "out")
    assert built.returncode == 0, built.stdout + built.stderr
    article = (theirs / "out/ventures/quaylight.html").read_text("utf-8")
    assert "Vesta Lines and Borealis Shipping signed an agreement on 3 March 2024" in article
    assert (theirs / "out/pagefind").is_dir()


@pytest.mark.gate
def test_what_is_broken_fails_their_build_with_the_place(run: Run, theirs: Path) -> None:
    page = theirs / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("PRG_HEF", "PRG_NOPE"), "utf-8")
    built = run("python", "-m", "sphinx", "-W", "-q", "-c", ".", "-b", "html", "docs", "out")
    assert built.returncode != 0
    assert "docs/ventures/quaylight.md:7" in built.stderr
    assert "PKB201" in built.stderr


@pytest.mark.gate
def test_a_configuration_among_the_pages_is_refused(run: Run, theirs: Path) -> None:
    (theirs / "conf.py").rename(theirs / "docs/conf.py")
    built = run("python", "-m", "sphinx", "-W", "-q", "-b", "html", "docs", "out")
    assert built.returncode == 1
    assert "PKB715" in built.stdout + built.stderr


@pytest.mark.gate
def test_without_a_configuration_build_has_its_own(run: Run, theirs: Path) -> None:
    (theirs / "conf.py").unlink()
    built = run("policykb", "build", "-o", "site")
    assert built.returncode == 0, built.stdout + built.stderr
    assert (theirs / "site/ventures/quaylight.html").is_file()


@pytest.fixture
def begun(scripts: Path, tmp_path: Path) -> Path:
    """A base of one's own, as ``policykb init`` writes it, in a repository of its own."""
    root = tmp_path / "harbor"
    words = ["init", str(root), "--title", "Harbor policy", "--repository", "port/harbor"]
    subprocess.run(
        [str(scripts / "policykb"), *words],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=environment(),
    )
    git(root, "init", "-q", "-b", "main")
    commit(root, "A beginning")
    return root


@pytest.mark.gate
def test_a_base_of_ones_own_passes_its_own_workflow(
    scripts: Path, begun: Path, tmp_path: Path
) -> None:
    workflow = read(begun / ".github/workflows/site.yml")
    kept: list[Path] = []

    def keep(job: Job, given: dict[str, str]) -> dict[str, str]:
        kept.append(job.workspace / given["path"])
        return {}

    given: dict[str, Action] = {
        "actions/checkout": lambda *_: {},
        "actions/setup-python": lambda *_: {},
    }
    job = Job(
        begun, tmp_path, {}, {**given, "actions/upload-pages-artifact": keep}, offline(scripts)
    )
    job.run(workflow["jobs"]["check"]["steps"])
    assert not job.failed, job.output
    (site,) = kept
    assert "Harbor policy" in (site / "index.html").read_text("utf-8")
    assert (site / "ventures/quaylight.html").is_file()
    assert (site / "sitemap.xml").is_file()

    page = begun / "docs/ventures/quaylight.md"
    page.write_text(page.read_text("utf-8").replace("3 March 2025", "4 March 2025"), "utf-8")
    kept.clear()
    job.run(workflow["jobs"]["check"]["steps"])
    assert job.failed
    assert "::error file=docs/ventures/quaylight.md" in job.output
    assert kept == []


def offline(scripts: Path) -> dict[str, str]:
    """The environment's programs come first, and pip asks no index for what is there already."""
    return {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "PIP_NO_INDEX": "1"}


@pytest.mark.gate
def test_a_base_of_ones_own_is_served(scripts: Path, begun: Path, tmp_path: Path) -> None:
    port = free_port()
    server = subprocess.Popen(
        [str(scripts / "python"), "-m", "policykb", "serve", "--port", str(port)],
        cwd=begun,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    try:
        assert "Clean Quay Strategy" in fetched(f"http://127.0.0.1:{port}/", seconds=90)
    finally:
        server.terminate()
        server.wait(30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def fetched(address: str, seconds: int) -> str:
    """The page at an address, as soon as something answers there."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
