"""What other packages import stays where it is."""

import policykb
from policykb import api, diagnostics, version
from policykb.rules import rule


def test_the_old_modules_give_the_same_objects() -> None:
    for module in (diagnostics, rule):
        for name in module.__all__:
            assert getattr(module, name) is getattr(api, name)


def test_the_version_has_one_place() -> None:
    assert policykb.__version__ == version.__version__
