"""Words in Latin letters: accents, letters of their own, kana; nothing that must be guessed."""

import pytest

from policykb.text.latin import latin

WRITTEN = {
    "Café Zoë": "cafe zoe",
    "Østlandet Łódź Straße": "ostlandet lodz strasse",
    "ÆGIR Þórr Đuro Işık": "aegir thorr duro isik",
    "ＦＵＬＬ　Ｗｉｄｔｈ": "full width",
    "トヨタ": "toyota",
    "しんじゅく": "shinjuku",
    "チェック・マッチ": "chekku・matchi",
    "ﾌｧｰﾏ": "fama",
    "ヴィーナス": "vinasu",
    "がっこう": "gakkou",
    "№ 3 (½)": "no 3 (1⁄2)",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_what_can_be_written_in_latin_letters_is(text: str) -> None:
    assert latin(text) == WRITTEN[text]


@pytest.mark.parametrize("text", ["厚生労働省", "バイオ社", "Москва", "서울", "Αθήνα"])
def test_what_would_be_a_guess_is_not_written(text: str) -> None:
    assert latin(text) is None
