"""A small base that has every state a fact can be in, looked at as pages do."""

from hashlib import sha256
from pathlib import Path

import pytest

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import catalog
from policykb.publish.facts.site import Site

SOURCE = """\
Notice

Vesta Lines and Borealis Shipping signed an agreement on 3 March 2024 to set up Quaylight.

Quaylight will be financed from the Harbour Electrification Fund. The fund is open.

厚生労働省 said that Quaylight was agreed in 2023, by other accounts.

Nobody quotes this.
"""

PAGES = {
    "index": "# Quays\n\nWords on quays.\n",
    "briefs/who-pays": "# Who pays?\n\nThe {need}`PRG_HEF` pays for {need}`JV_QUAYLIGHT`.\n",
    "sources/notice": f"""# Notice
:::{{source}} Notice
:id: SRC_NOTICE
:file: notice.txt
:sha256: {sha256(SOURCE.encode()).hexdigest()}
:language: en
:rights: none stated
:nature: press-release
:publisher: The Port & Co
:published: 2024-03-04
:::
""",
    "ventures/quaylight": """# Quaylight
::::{jv} Quaylight
:id: JV_QUAYLIGHT
:status: agreed
:parties: ORG_VESTA, ORG_BOREALIS
:funded_by: PRG_HEF
:agreed: 2024-03-03
:inferred: funded_by — financed is taken for paid for

A venture of two lines for shore power. It is new.

:::{evidence} SRC_NOTICE
:supports: status, parties, agreed

Vesta Lines and Borealis Shipping signed an agreement on 3 March 2024 to set up Quaylight
:::

:::{evidence} SRC_NOTICE
:supports: funded_by
:shows: funded_by PRG_HEF = "the Harbour Electrification Fund"

Quaylight will be financed from the Harbour Electrification Fund.
:::

:::{evidence} SRC_NOTICE
:disputes: agreed

Quaylight was agreed in 2023
:::
::::
""",
    "ventures/mole": """# Mole
:::{jv} Mole
:id: JV_MOLE
:status: proposed
:parties: ORG_VESTA, ORG_BOREALIS
:gap: funded_by — no source names a program
:::
""",
    "programs/hef": """# Harbour fund
::::{program} Harbour fund
:id: PRG_HEF
:aliases: HEF; Harbour Electrification Fund
:status: open
:administered_by: ORG_PORT

:::{evidence} SRC_NOTICE
:supports: status

The fund is open.
:::
::::
""",
    "organizations/lines": """# Lines
:::{org} Vesta Lines
:id: ORG_VESTA
:kind: company
:::

:::{org} Borealis Shipping
:id: ORG_BOREALIS
:kind: company
:::
""",
    "organizations/port": """# Port
:::{org} Port <b>authority</b>
:id: ORG_PORT
:kind: agency
:name_ja: 厚生労働省
:::
""",
    "events/visit": """# Visit
:::{event} Visit
:id: EVT_VISIT
:kind: meeting
:date: XXXX-03-17/XXXX-03-19
:::
""",
    "events/someday": """# Someday
:::{event} Someday
:id: EVT_SOMEDAY
:kind: meeting
:::
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base's folder."""
    for name, text in PAGES.items():
        file = tmp_path / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/notice.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def site(root: Path) -> Site:
    """The base as pages look at it."""
    return catalog.site(load(root, Settings(title="Quays & co")))
