"""Options and fixtures that the whole suite shares."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests import volume

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI") == "true"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--site=DIR`` and ``--volume``."""
    parser.addoption("--site", metavar="DIR", help="a freshly built site (default: build one)")
    parser.addoption(
        "--volume", choices=volume.VOLUMES, default="quick", help="how much of the corpora to take"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose the volume; only `make long` looks for what no run has tried before."""
    volume.chosen = config.getoption("--volume")
    # Deadlines measure the machine's load, not the code.
    settings.register_profile("policykb", deadline=None, derandomize=volume.chosen != "long")
    settings.load_profile("policykb")


def pytest_report_header() -> str:
    """Say the volume."""
    return f"volume: {volume.chosen}"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave files and folders named for the browser, or for the gate, to the gate, whose lock has
    what they import."""
    of_gate = any(
        name in collection_path.stem and not any(name in arg for arg in config.args)
        for name in ("browser", "_gate")
    )
    return True if of_gate and volume.above("gate") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked for a larger volume, but for files that are named."""
    named = volume.named(config)
    out = [item for item in items if volume.left_out(item) and item.path not in named]
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in set(out)]


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure in CI, where everything a test needs must be installed."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse skipped tests in CI."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Refuse skipped modules in CI."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout's folder."""
    return ROOT


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the project's own site, built once a session from a fresh folder."""
    given = request.config.getoption("--site")
    if given:
        folder = Path(str(given)).resolve()
        if not (folder / "index.html").is_file():
            pytest.fail(f"--site {given} holds no index.html")
        return folder
    from tests import program  # needs what Unix alone has

    work = tmp_path_factory.mktemp("site")
    words = ["-E", "-W", "-q", "-c", ".", "-b", "html", "-d", str(work / "doctrees")]
    run = program.run("sphinx", *words, "docs", str(work / "html"), cwd=ROOT)
    if run.returncode:
        pytest.fail(f"the site does not build:\n{run.stdout}{run.stderr}", pytrace=False)
    return work / "html"


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Yield the Chromium found on PATH."""
    from tests import chromium

    yield from chromium.start()
