"""What Markdown has and a build would refuse stays in the page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sphinx_ext.conftest import Run

PAGE = """# Breaks

---

One<2 spaces>
two\\
three.

- In a list

  ---

#### Deep

```pyhton
x = 1
```

```json
{"a": ...}
```

---
"""


def test_breaks_and_odd_code_are_kept(quay: Path, policykb: Run) -> None:
    (quay / "docs/breaks.md").write_text(PAGE.replace("<2 spaces>", "  "), "utf-8")
    run = policykb("build")
    assert run.returncode == 0, run.stdout + run.stderr
    html = (quay / "_build/html/breaks.html").read_text("utf-8")
    assert re.search(r"One\s*<br>\s*two\s*<br>\s*three\.", html)
    assert len(re.findall(r"<hr\b", html)) == 3
    assert "x = 1" in re.sub(r"<[^>]+>", "", html)
