"""The drawing of the house shows the imports that stand in the code."""

import re
from collections import Counter
from graphlib import CycleError
from pathlib import Path

import pytest

from architecture import EXT, House, drawing, house, imports, table


def test_every_room_is_drawn_above_those_it_imports_from() -> None:
    found = house(imports(EXT))
    floor_of = {room: at for at, floor in enumerate(found.floors) for room in floor}
    tops = {path.stem for path in (EXT / "policykb").glob("[!.]*") if path.name[-3:] == ".py"}
    folders = {path.parent.name for path in (EXT / "policykb").glob("*/__init__.py")}
    assert set(floor_of) == tops | folders
    assert all(floor_of[upper] < floor_of[lower] for upper, lower in found.arrows)
    svg = drawing(found)
    assert svg.count('class="edge"') == len(found.arrows)
    assert set(re.findall(r'href="#room-(\w+)"', svg)) == set(floor_of)
    assert set(re.findall(r'id="room-(\w+)"', table(found, EXT / "policykb"))) == set(floor_of)


def test_the_drawing_rests_on_no_order_of_modules_or_imports() -> None:
    arrows = [("a", "b"), ("a", "c"), ("b", "c")]
    floors = [["a"], ["b"], ["c"]]
    one, other = (House(floors, Counter(order)) for order in (arrows, arrows[::-1]))
    assert drawing(one) == drawing(other)


def test_a_function_level_import_is_an_arrow_and_a_circle_of_rooms_is_refused(
    tmp_path: Path,
) -> None:
    for name, text in {
        "one": "def late() -> None:\n    from policykb.two import x\n",
        "two": "x = 1\n",
    }.items():
        file = tmp_path / f"policykb/{name}/__init__.py"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    found = house(imports(tmp_path))
    assert found.floors == [["one"], ["two"]]
    assert found.arrows == {("one", "two"): 1}
    (tmp_path / "policykb/two/deep.py").write_text("import policykb.one\n", encoding="utf-8")
    with pytest.raises(CycleError):
        house(imports(tmp_path))
