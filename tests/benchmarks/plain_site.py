"""The same pages without records: what any site of this size costs with Sphinx, MyST and a theme.

Every page has its record's values as a list with links, its prose and its quotation, so that there
is about as much to read and to link; nothing is in a toctree and the theme's sidebars are off.
"""

from pathlib import Path

from tests.benchmarks.base import parts, statement

CONF = """project = "Plain"
extensions = ["myst_parser"]
html_theme = "pydata_sphinx_theme"
html_context = {"default_mode": "auto"}
html_sidebars = {"**": []}
html_copy_source = False
html_show_sourcelink = False
"""


def write(root: Path, count: int) -> int:
    """Write ``count`` pages and as many others as the records' base has; return their number."""
    docs = root / "docs"
    partners, programs = max(2, count // 20), max(1, count // 100)
    for number in range(count):
        folder = docs / "ventures" / f"{number // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"v{number:05}.md").write_text(_venture(number, partners, programs), "utf-8")
    others = ["partners", "programs", "all"]
    others += [f"source-{number:05}" for number in range(0, count, 50)]
    for name in others:
        rows = "".join(f"## Part {row}\n\nWords of part {row}.\n\n" for row in range(partners))
        text = rows if name in ("partners", "programs") else "Words.\n"
        (docs / f"{name}.md").write_text(f"---\norphan: true\n---\n\n# {name}\n\n{text}", "utf-8")
    (docs / "index.md").write_text("# Plain\n\nWords.\n", "utf-8")
    (root / "conf.py").write_text(CONF, "utf-8")
    return count + len(others) + 1


def _venture(number: int, partners: int, programs: int) -> str:
    one, other, program, recorded, _ = parts(number, partners, programs)
    quoted = statement(number, partners, programs).partition(". ")[0]
    return f"""---
orphan: true
---

# Venture {number}

- Kind: manufacturing
- Status: agreed
- Parties: [Aster Lines {one}](/partners.md), [Aster Lines {other}](/partners.md)
- Funded by: [Harbour Fund {program}](/programs.md)
- Part of: [Shore power](/all.md)
- Agreed: {recorded}
- Territory: Japan
- Tags: power, ports

[Aster Lines {one}](/partners.md) and [Aster Lines {other}](/partners.md) set it up for shore power.

> {quoted}

[Report](/source-{number // 50 * 50:05}.md)
"""
