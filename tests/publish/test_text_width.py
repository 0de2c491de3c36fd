"""Words in drawings: as wide as they come out at most, in lines that fit, nothing lost unsaid."""

from hypothesis import given
from hypothesis import strategies as st

from policykb.publish.drawings import text_width

TITLES = st.text(
    st.sampled_from("abc iIl MW -–,.éß 日本薬局方ファーマ" + "\u3000Ａ"), min_size=1, max_size=80
)


def test_east_asian_characters_are_an_em_wide_and_bold_is_wider() -> None:
    assert text_width.width("日本", 10) == 20
    assert text_width.width("ii", 10) < text_width.width("nn", 10) < text_width.width("MM", 10)
    assert text_width.width("nn", 10, text_width.BOLD) > text_width.width("nn", 10)


def test_a_title_is_set_in_lines_at_its_spaces() -> None:
    room = text_width.width("Amgen's biosimilar of", 10)
    assert text_width.lines("Amgen's biosimilar of adalimumab", room, 10, 2) == [
        "Amgen's biosimilar of",
        "adalimumab",
    ]
    assert text_width.lines("Amgen's biosimilar of adalimumab", room, 10) == ["Amgen's biosimilar…"]


def test_japanese_is_set_in_lines_anywhere() -> None:
    assert text_width.lines("医薬品医療機器総合機構", 60, 10, 2) == ["医薬品医療機", "器総合機構"]


def test_a_word_that_fits_no_line_is_cut() -> None:
    (cut,) = text_width.lines("Pneumonoultramicroscopic", 100, 10, 2)
    assert cut.endswith("…")
    assert cut.startswith("Pneumono")
    first, second = text_width.lines("On Pneumonoultramicroscopic dust", 100, 10, 3)
    assert (first, second[:8], second[-1]) == ("On", "Pneumono", "…")


@given(TITLES, st.floats(40, 300), st.integers(1, 3))
def test_no_line_is_wider_than_its_room_and_what_is_left_out_is_marked(
    title: str, room: float, most: int
) -> None:
    found = text_width.lines(title, room, 12.5, most)
    assert 1 <= len(found) <= most
    assert all(text_width.width(line, 12.5) <= room for line in found)
    whole = "".join(title.split())
    if "…" in found[-1]:
        assert whole.startswith("".join("".join(found).removesuffix("…").split()))
    else:
        assert "".join("".join(found).split()) == whole
