"""No library that a lock names is under a license that reaches over to its users."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest
from tests.conftest import ROOT

REACHING = re.compile(r"AGPL|Affero|SSPL", re.IGNORECASE)


@pytest.mark.parametrize("file", ["requirements.lock", ".ci/requirements.lock"])
def test_no_locked_library_is_under_the_agpl(file: str) -> None:
    lock = (ROOT / file).read_text()
    names = re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, re.MULTILINE)
    told = 0
    for name in names:
        try:
            said = metadata(name)
        except PackageNotFoundError:
            continue
        told += 1
        fields = [str(said.json.get(key, ""))[:200] for key in ("license_expression", "license")]
        fields += said.get_all("Classifier") or []
        assert not [one for one in fields if one and REACHING.search(one)], name
    assert told > len(names) / 2
