"""What each grade and each reason means."""

import pytest
from tests.evidence.grading import grade, graded

from policykb.evidence.beside import quoted
from policykb.evidence.links import Names
from policykb.text.normalize import normalize

DAY = "2024-03-04"
_UNNAMED = ("to-read", "subject")


def test_a_value_beside_the_name_is_shown() -> None:
    assert grade("announced", DAY, "The Quay Act was announced on 4 March 2024") == ("shown",)
    assert grade("status", "adopted", "Parliament adopted the Quay Act") == ("shown",)
    assert grade("issued_by", "ORG_METI", "Quay Act, issued by the Ministry of Trade") == ("shown",)


def test_what_stands_in_no_quotation_is_refused() -> None:
    assert grade("announced", DAY, "The Quay Act was announced in March") == ("refused", "absent")
    assert grade("status", "ended", "Parliament adopted the Quay Act") == ("refused", "absent")


@pytest.mark.parametrize(
    "quote",
    [
        "Parliament has not adopted the Quay Act",
        "No law such as the Quay Act: none adopted",
        "The adoption of the Quay Act was refused",
        "Parliament hasn't adopted the Quay Act",
    ],
)
def test_what_is_denied_is_refused(quote: str) -> None:
    assert grade("status", "adopted", quote) == ("refused", "denied")


@pytest.mark.parametrize("word", ["Cabinet", "planet", "Gannet"])
def test_a_word_that_ends_as_a_short_not_denies_nothing(word: str) -> None:
    """“n't” is not in every word that has an n and a t."""
    assert grade("status", "adopted", f"The {word} adopted the Quay Act") == ("shown",)


def test_a_quotation_must_name_the_record() -> None:
    quote = "The law was announced on 4 March 2024"
    assert grade("announced", DAY, quote) == ("to-read", "subject")
    assert grade("announced", DAY, quote, options=[':subject: "The law"']) == ("pointed",)


def test_a_second_value_of_the_kind_is_to_be_read() -> None:
    quote = "The Quay Act was announced on 4 March 2024 and amended on 5 May 2025"
    assert grade("announced", DAY, quote) == ("to-read", "others")
    assert grade("announced", DAY, quote, fields=[":effective: 2025-05-05"]) == ("shown",)
    shows = f':shows: announced {DAY} = "announced on 4 March 2024"'
    assert grade("announced", DAY, quote, options=[shows]) == ("pointed",)


def test_a_cue_may_contradict_a_date() -> None:
    assert grade("effective", DAY, "The Quay Act expired on 4 March 2024") == ("to-read", "others")


def test_a_word_of_the_own_name_is_no_cue() -> None:
    """“Lift” speaks of an end, but not in the name of the record."""
    quote, record = "The partners agreed to form the Gamma Lift venture in {}", "ALL_GAMMA_LIFT"
    names = [":aliases: Gamma Lift"]
    assert grade("agreed", "2024", quote.format(2024), record=record, fields=names) == ("shown",)
    quote = quote.replace("Gamma Lift venture", "Gamma venture, lifted")
    assert grade("agreed", "2024", quote.format(2024), record=record)[1:] == ("others",)


def test_a_word_of_another_records_name_tells_no_status() -> None:
    """“Closed” is in the name of the board."""
    board = [":administered_by: ORG_CLOSED"]
    quote = "The Quay Fund belongs to the Closed Waters Board"
    assert grade("status", "closed", quote, record="PRG_QUAY", fields=board) == (
        "to-read",
        "others",
    )
    ended = "The Quay Fund of the Closed Waters Board was closed"
    assert grade("status", "closed", ended, record="PRG_QUAY", fields=board) == ("shown",)


def test_a_word_of_another_records_name_is_no_cue() -> None:
    quote = "The Closed Waters Board announced the Quay Act on 4 March 2024"
    assert grade("announced", DAY, quote) == ("shown",)
    assert grade("effective", DAY, "The Quay Act: Closed Waters Board, 4 March 2024") == ("shown",)


@pytest.mark.parametrize(
    "quote",
    [
        "埠頭合弁の設立に合意した。",
        "埠頭合弁を設立することで基本合意した。",
        "埠頭合弁の設立契約を締結した。",
        "埠頭合弁の設立に関する覚書を締結した。",
    ],
)
def test_what_is_agreed_to_is_not_done_yet(quote: str) -> None:

    def status(value: str, quote: str) -> tuple[str, ...]:
        names = [":name_ja: 埠頭合弁"]
        venture = "ALL_QUAY_VENTURE"
        return grade("status", value, quote, record=venture, language="ja", fields=names)

    assert status("agreed", quote) == ("shown",)
    assert "hedged" in status("established", quote)
    assert status("established", "埠頭合弁を設立した。") == ("shown",)


def test_a_condition_hedges() -> None:
    quote = "If the port agrees, the Quay Act adopted today pays"
    assert "hedged" in grade("status", "adopted", quote)
    assert "hedged" in grade("status", "adopted", "The Quay Act will be adopted")


def test_an_inverted_condition_hedges() -> None:
    quote = "Should the port agree, the Quay Act adopted today pays"
    assert "hedged" in grade("status", "adopted", quote)


def test_what_somebody_says_does_not_hedge_who_speaks() -> None:
    quote = "Anna Lind, Director of the Harbour Board, said that the port would close"
    lind = {"record": "PER_LIND"}
    assert grade("affiliation", "ORG_HARBOUR", quote, **lind) == ("shown",)
    quote = "Anna Lind, Director of the Harbour Board, would close the port"
    assert grade("affiliation", "ORG_HARBOUR", quote, **lind) == ("to-read", "hedged")
    quote = "The Quay Act was adopted, Anna Lind said, if the port agreed"
    assert grade("status", "adopted", quote) == ("to-read", "hedged")


def test_a_body_that_adopts_its_position_adopts_no_act() -> None:
    quote = "Parliament adopted its {} on the Quay Act"
    assert grade("status", "adopted", quote.format("position")) == ("refused", "absent")
    assert grade("status", "adopted", "Parliament adopted a negative opinion on the Quay Act") == (
        "refused",
        "absent",
    )


def test_a_past_denial_is_no_past_event() -> None:
    fields = [":name_ja: 渡船の売却"]
    says = {
        "渡船の売却が決まった。": ("shown",),
        "渡船の売却は認められなかった。": ("refused", "absent"),
    }
    for quote, found in says.items():
        record = {"record": "EVT_FERRY", "language": "ja"}
        assert grade("status", "held", quote, fields=fields, **record) == found


def test_who_says_it_takes_a_report_off_the_hedges() -> None:
    quote = "According to the Harbour Board, the Quay Act was adopted"
    assert "hedged" in grade("status", "adopted", quote)
    assert grade("status", "adopted", quote, options=[":said_by: ORG_HARBOUR"]) == ("shown",)


def test_a_limit_outside_the_quotation_counts() -> None:
    source = "The Quay Act applies to all ports, except those in the north."
    assert grade("status", "in-force", "The Quay Act applies to all ports", source=source) == (
        "to-read",
        "limited",
    )


def test_sentences_are_not_joined() -> None:
    source = "The Quay Act pleased the town. The Dock Order was adopted in March."
    quote = "The Quay Act […] was adopted in March"
    assert "stitched" in grade("status", "adopted", quote, source=source)


def test_a_quotation_that_stands_twice() -> None:
    source = "The Quay Act was adopted.\n\nIt is not so that the Quay Act was adopted."
    quote = "the Quay Act was adopted"
    assert grade("status", "adopted", quote, source=f"Now {quote}.\n\n{source}") == (
        "to-read",
        "ambiguous",
    )


def test_a_language_without_words_is_to_be_read() -> None:
    quote = "Quay Act een wet van 4 maart 2024"
    assert grade("status", "adopted", quote, language="nl") == ("to-read", "language")


def test_a_german_genitive_names_the_record() -> None:
    alias = [":aliases: Hafengesetz"]
    quote = "Der Bundestag hat die Novelle des {} am 4. März 2024 beschlossen"
    for name in ("Hafengesetzes", "Hafengesetzbuchs"):
        found = grade("adopted", "2024-03-04", quote.format(name), language="de", fields=alias)
        assert found == (("shown",) if name == "Hafengesetzes" else ("to-read", "subject"))


def test_what_is_inferred() -> None:
    quote = "The Quay Act pleased the town"
    note = ":inferred: status — it is printed in the gazette"
    assert grade("status", "adopted", quote, fields=[note]) == ("inferred",)


def test_a_title_that_describes_vouches_by_its_words() -> None:
    quote = "The opening of the ferry was held on 4 March 2024"
    assert grade("date", DAY, quote, record="EVT_FERRY_OPENING") == ("shown",)


def test_a_word_of_another_record_is_no_word_of_the_title() -> None:
    """The Fund is another record, and not what the title describes."""
    day = f"on {DAY}"
    assert grade("date", DAY, f"The Quay closed {day}", record="EVT_QUAY_WORKS") == ("shown",)
    quote = f"The Quay Fund closed {day}"
    assert grade("date", DAY, quote, record="EVT_QUAY_WORKS") == ("to-read", "subject")
    assert grade("date", DAY, quote, record="EVT_QUAY_FUND") == ("shown",)
    assert grade("date", DAY, quote, record="EVT_QUAY_FUND_CLOSED") == ("shown",)
    link = [":about: PRG_QUAY"]
    assert grade("date", DAY, quote, record="EVT_QUAY_WORKS", fields=link) == ("shown",)


def test_a_stake_beside_another_is_to_be_read() -> None:
    quote = "The Ferry Line raised its stake in the ferries from 12 to 19 percent"
    ferries = {"record": "ALL_FERRIES"}
    assert grade("stake", "12 percent", quote, **ferries)[0] != "shown"
    quote = "The stake in the ferries was raised from 12 percent to 19 percent"
    assert grade("stake", "12 percent", quote, **ferries) == ("to-read", "others")
    assert grade("stake", "19 percent", quote, **ferries) == ("to-read", "others")
    assert grade("stake", "19 percent", "A 19% stake in the ferries", **ferries) == ("shown",)


@pytest.mark.parametrize(
    ("value", "unit", "says", "found"),
    [
        ("57", "votes", "503 votes, 57 abstentions in the ferry ballot", "others"),
        ("503", "votes", "503 votes, 57 abstentions in the ferry ballot", None),
        ("4.2%", "EUR", "The ferry earned EUR 12 million, a rise of 4.2%", "others"),
    ],
)
def test_a_number_is_of_what_the_unit_says(
    value: str, unit: str, says: str, found: str | None
) -> None:
    why = grade("value", value, says, record="IND_FERRY_SHARE", fields=[f":unit: {unit}"])[1:]
    assert ("others" in why) is bool(found)


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "The Quay Fund takes applications from 4 March 2024 to 30 June 2024"),
        ("en", "Quay Fund. Applications: 4 March 2024 - 30 June 2024"),
        ("ja", "埠頭基金の公募期間は、令和6年3月4日から同年6月30日まで"),
    ],
)
def test_the_ends_of_an_interval_are_its_first_and_last_day(language: str, quote: str) -> None:
    fields, last = [":name_ja: 埠頭基金"], "2024-06-30"
    fund = {"record": "PRG_QUAY", "language": language}
    assert grade("opens", DAY, quote, fields=fields, **fund) == ("shown",)
    assert grade("closes", last, quote, fields=fields, **fund) == ("shown",)
    assert grade("closes", DAY, quote, fields=fields, **fund) == ("refused", "absent")
    assert grade("opens", last, quote, fields=fields, **fund) == ("refused", "absent")
    assert grade("announced", DAY, quote, fields=fields, **fund) == ("refused", "absent")
    assert grade("opens", "2024", "From 2024 to 2025 the Quay Fund", **fund)[0] == "refused"


@pytest.mark.parametrize(
    "title", "座長 理事 委員 構成員 参事官 審議官 所長 室長 主査 代表 知事 市長 議員".split()
)
@pytest.mark.parametrize("name", ["石黒誠", "南部晴子"])
def test_a_title_behind_a_japanese_name_is_no_part_of_it(name: str, title: str) -> None:
    lind = {"record": "PER_LIND", "language": "ja"}
    quote = f"{name} {title}（港湾局技術顧問）"
    assert grade("role", title, quote, fields=[f":name_ja: {name}"], **lind) == ("shown",)


@pytest.mark.parametrize(
    ("language", "quote", "found"),
    [
        ("en", "On 4 March 2024 the Board made the list required by the Quay Act", "others"),
        ("en", "On 4 March 2024 the Board carried out section 8 of the Quay Act", "others"),
        ("en", "On 4 March 2024 the Quay Act passed, as required by the Quay Act of old", None),
        ("ja", "埠頭法に基づき、令和6年3月4日に指定した", "others"),
        ("ja", "令和6年3月4日、埠頭法の規定により指定した", "others"),
        ("ja", "令和6年3月4日、埠頭法を公布した", None),
    ],
)
def test_an_act_that_is_only_a_base_is_not_what_is_told_of(
    language: str, quote: str, found: str | None
) -> None:
    why = grade("announced", DAY, quote, language=language)[1:]
    assert ("others" in why) is bool(found)


def test_a_word_that_a_base_follows_counts_before_a_day_alone() -> None:
    opening = {"record": "EVT_FERRY_OPENING"}
    quote = "The ferry opening was held on 4 March 2024, 9 speaking for and 2 against it"
    assert grade("date", DAY, quote, **opening) == ("shown",)
    quote = "The ferry opening fell by 9 hours against 4 March 2024"
    assert grade("date", DAY, quote, **opening) == ("to-read", "others")


def test_a_name_with_a_colon_is_found_with_it() -> None:
    names = [":aliases: Safe Ports: A Ten Year Strategy"]
    quote = "Parliament adopted Safe {} A Ten Year Strategy"
    assert grade("status", "adopted", quote.format("Ports:"), fields=names) == ("shown",)
    quote = "Parliament adopted the Quay: Act"
    assert grade("status", "adopted", quote) == ("to-read", "subject")


def test_an_adopted_proposal_is_no_adopted_act() -> None:
    quote = "The proposal for a Quay Act was adopted by the Board"
    assert grade("status", "adopted", quote) == ("to-read", "others")
    assert grade("status", "proposed", quote)[0] != "refused"


def test_a_call_that_has_ended_is_not_open() -> None:
    fund = {"record": "PRG_QUAY", "language": "ja"}
    fields = [":name_ja: 埠頭基金"]
    quote = "埠頭基金の公募は終了しています"
    assert grade("status", "open", quote, fields=fields, **fund) == ("refused", "absent")
    assert grade("status", "closed", quote, fields=fields, **fund) == ("shown",)


def test_an_assistant_is_no_head() -> None:
    """The person's name behind the office is no body that it goes on with."""
    lind = {"record": "PER_LIND", "language": "ja"}
    quote, fields = "港湾局 課長補佐 柴田誠司", [":name_ja: 柴田誠司"]
    assert grade("role", "課長補佐", quote, fields=fields, **lind) == ("shown",)
    assert "others" in grade("role", "課長", quote, fields=fields, **lind)


def test_a_role_is_of_whom_it_stands_beside() -> None:
    lind = {"record": "PER_LIND"}
    assert grade("role", "Chair", "Present: Anna Lind, Chair", **lind) == ("shown",)
    for role in ("Chair", "Director"):
        quote = "Present: Anna Lind, Chair; Olav Berg, Director"
        assert grade("role", role, quote, **lind) == ("to-read", "others")
    quote = "{} Anna Lind, director and treasurer of the Board"
    assert grade("role", "director", quote.format("It was"), **lind) == ("shown",)
    for other in ("Olav Berg,", "Olav Berg and"):
        assert grade("role", "director", quote.format(other), **lind)[1:] == ("others",)
    quote = "Anna Lind met with Prime Minister Sven Ek"
    assert grade("role", "Prime Minister", quote, **lind) == ("to-read", "others")
    assert grade("role", "Prime Minister", "It was Prime Minister Anna Lind", **lind) == ("shown",)


def test_japanese() -> None:
    ja = {"language": "ja"}
    assert grade("status", "adopted", "埠頭法が閣議決定されました。", **ja) == ("shown",)
    assert grade("status", "adopted", "埠頭法は採択されたものではありません", **ja) == (
        "refused",
        "denied",
    )
    assert grade("status", "in-force", "埠頭法が施行された場合には", **ja) == ("to-read", "hedged")
    assert grade("issued_by", "ORG_METI", "経済産業大臣が埠頭法を告示した", **ja) == ("shown",)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("経済産業省", "経済/産業省が告示した", []),
        ("港湾局", "埠頭法は港湾(局地)で公布した", []),
        ("東京都", "東京：都が告示した", []),
        ("第3埠頭", "第3-埠頭が告示した", []),
        ("第3埠頭", "第 3 埠頭が告示した", ["第3埠頭"]),
        ("埠頭法(改正)", "埠頭法（改正）を告示した", ["埠頭法(改正"]),
        ("Pier 39 Board", "港のPier-39 Board(東京)", ["Pier-39 Board"]),
    ],
)
def test_a_mark_beside_a_japanese_character_counts(name: str, text: str, found: list[str]) -> None:
    plain = normalize(text)
    assert [plain[one.at : one.to] for one in Names([("ID", name)]).scan(plain)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("港湾局 柴田誠 課長", ["港湾局", "柴田誠"]),
        ("委員 柴田誠 港湾局", ["柴田誠", "港湾局"]),
        ("柴田誠と港湾局が述べた", ["柴田誠", "港湾局"]),
        ("港湾局長 柴田誠", ["港湾局長", "柴田誠"]),
        ("港湾局内の大柴田誠実", []),
        ("港湾局柴田誠実", ["港湾局"]),
    ],
)
def test_a_short_japanese_name_is_bounded_by_a_name_or_a_title(text: str, found: list[str]) -> None:
    plain, names = normalize(text), Names([("ORG", "港湾局"), ("PER", "柴田誠")])
    assert [plain[one.at : one.to] for one in sorted(names.scan(plain))] == found


def test_a_japanese_person_is_found_behind_a_body() -> None:
    lind = {"record": "PER_LIND", "language": "ja"}
    names = [":name_ja: 柴田誠"]
    found = grade("affiliation", "ORG_HARBOUR", "港湾局　柴田誠　課長", fields=names, **lind)
    assert found == ("shown",)


@pytest.mark.parametrize(
    ("language", "says", "unsays"),
    [
        (
            "de",
            "Das Gesetz Quay Act tritt am 4. März 2024 in Kraft",
            (
                "Das Gesetz Quay Act tritt am 4. März 2024 nicht in Kraft",
                "Falls der Rat zustimmt, tritt der Quay Act am 4. März 2024 in Kraft",
                "Der Quay Act tritt am 4. März 2024 in Kraft, sofern der Rat zustimmt",
                "Der Quay Act tritt am 4. März 2024 außer Kraft",
            ),
        ),
        (
            "fr",
            "La loi Quay Act entre en vigueur le 4 mars 2024",
            (
                "La loi Quay Act n'entre pas en vigueur le 4 mars 2024",
                "Si le conseil vote, le Quay Act entre en vigueur le 4 mars 2024",
                "Le Quay Act est abrogé le 4 mars 2024",
            ),
        ),
        (
            "es",
            "La ley Quay Act entra en vigor el 4 de marzo de 2024",
            (
                "La ley Quay Act no entra en vigor el 4 de marzo de 2024",
                "Si el consejo vota, la Quay Act entra en vigor el 4 de marzo de 2024",
                "La Quay Act expira el 4 de marzo de 2024",
            ),
        ),
    ],
)
def test_other_languages_have_words_that_unsay(
    language: str, says: str, unsays: tuple[str, ...]
) -> None:
    assert grade("effective", DAY, says, language=language) == ("shown",)
    for quote in unsays:
        assert grade("effective", DAY, quote, language=language)[0] in ("to-read", "refused"), quote


def test_a_limit_outside_the_quotation_counts_in_other_languages() -> None:
    quote = "Der Quay Act tritt am 4. März 2024 in Kraft"
    source = f"{quote}, es sei denn, der Rat widerspricht."
    assert grade("effective", DAY, quote, source=source, language="de") == ("to-read", "limited")


def test_without_words_that_unsay_nothing_is_shown() -> None:
    for quote in (
        "De wet Quay Act treedt op 4 maart 2024 in werking",
        "De wet Quay Act treedt op 4 maart 2024 niet in werking",
    ):
        assert grade("effective", DAY, quote, language="nl") == ("to-read", "language")


def test_of_two_parties_any_may_be_the_target() -> None:
    quote = "Takeover: the Harbour Board and Ferry Line Ltd agreed to it"
    parties = [":parties: ORG_HARBOUR, ORG_FERRY"]
    found = grade("target", "ORG_FERRY", quote, record="ALL_TAKEOVER", fields=parties)
    assert found == ("to-read", "others")
    alone = "Takeover: Ferry Line Ltd agreed to be bought"
    assert grade("target", "ORG_FERRY", alone, record="ALL_TAKEOVER", fields=parties) == ("shown",)


@pytest.mark.parametrize(
    ("bound", "said", "expected"),
    [
        ("", "at least 55%", ("to-read", "others")),
        ("exact", "about 55%", ("to-read", "others")),
        ("at-least", "at least 55%", ("shown",)),
        ("at-least", "more than 55%", ("shown",)),
        ("at-least", "up to 55%", ("to-read", "others")),
        ("at-most", "up to 55%", ("shown",)),
        ("about", "55%", ("to-read", "others")),
        ("target", "at least 55%", ("shown",)),
        ("at-least", "55% to 60%", ("shown",)),
        ("at-most", "50% to 55%", ("shown",)),
        ("at-most", "55% to 60%", ("refused", "absent")),
        ("", "55% to 60%", ("refused", "absent")),
    ],
)
def test_how_exact_a_figure_is_must_be_what_its_words_say(
    bound: str, said: str, expected: tuple[str, ...]
) -> None:
    quote = f"The Quay Fund pays {said} of the works"
    fields = [":about: PRG_QUAY", ":unit: of the works", *([f":bound: {bound}"] if bound else [])]
    assert grade("value", "55%", quote, record="IND_QUAY", fields=fields) == expected


@pytest.mark.parametrize(
    ("bound", "said", "expected"),
    [
        ("", "は約120億円", ("to-read", "others")),
        ("about", "は約120億円", ("shown",)),
        ("exact", "は、およそ120億円", ("to-read", "others")),
        ("exact", "は120億円以上", ("to-read", "others")),
        ("at-least", "は120億円以上", ("shown",)),
        ("at-most", "は最大120億円", ("shown",)),
        ("more-than", "は120億円を超える額", ("shown",)),
        ("less-than", "は120億円未満", ("shown",)),
        ("exact", "は120億円", ("shown",)),
    ],
)
def test_how_exact_a_figure_is_in_japanese(
    bound: str, said: str, expected: tuple[str, ...]
) -> None:
    quote = f"港湾局の売上高{said}である"
    fields = [":about: ORG_HARBOUR", ":unit: JPY", *([f":bound: {bound}"] if bound else [])]
    found = grade("value", "12 billion", quote, record="IND_QUAY", language="ja", fields=fields)
    assert found == expected


def test_a_range_is_shown_whole() -> None:
    fields = [":about: PRG_QUAY", ":unit: of the works"]
    for said in ("between 50 and 55 percent", "50–55%", "50% to 55%"):
        quote = f"The Quay Fund pays {said} of the works"
        assert grade("value", "50–55%", quote, record="IND_QUAY", fields=fields) == ("shown",)
        assert grade("value", "50–60%", quote, record="IND_QUAY", fields=fields)[0] == "refused"


def test_money_is_shown_in_any_spelling() -> None:
    quote = "The Quay Fund has ¥12.4 billion to spend"
    assert grade("budget", "12.4 billion JPY", quote, record="PRG_QUAY") == ("shown",)
    assert grade("budget", "12.4 billion USD", quote, record="PRG_QUAY") == ("refused", "absent")
    assert grade("budget", "12.4 million JPY", quote, record="PRG_QUAY") == ("refused", "absent")
    other = "The Quay Fund has ¥12.4 billion, of which ¥2 billion is for boats"
    assert grade("budget", "12.4 billion JPY", other, record="PRG_QUAY") == ("to-read", "others")


@pytest.mark.parametrize(
    ("field", "said", "found"),
    [
        ("budget", "has ¥5 billion", "shown"),
        ("budget", "has over ¥5 billion", "to-read"),
        ("budget", "has almost ¥5 billion", "to-read"),
        ("budget", "has up to ¥5 billion", "to-read"),
        ("budget", "has half of the ¥5 billion", "to-read"),
        ("budget", "has ¥5 billion a year", "to-read"),
        ("budget", "has ¥5 billion/year", "to-read"),
        ("ceiling", "pays up to ¥5 billion", "shown"),
        ("ceiling", "pays over ¥5 billion", "to-read"),
        ("budget", "は年間50億円", "to-read"),
        ("budget", "は50億円の半分", "to-read"),
        ("budget", "は約50億円", "to-read"),
        ("budget", "は50億円", "shown"),
        ("ceiling", "は最大50億円", "shown"),
    ],
)
def test_a_sum_is_what_the_words_beside_it_make_of_it(field: str, said: str, found: str) -> None:
    names, language = [":name_ja: 埠頭基金"], "en" if said[0] < "\u3000" else "ja"
    quote = f"埠頭基金{said}を配る" if language == "ja" else f"The Quay Fund {said} for boats"
    fund = {"record": "PRG_QUAY", "language": language}
    assert grade(field, "5 billion JPY", quote, fields=names, **fund)[0] == found


def test_a_range_of_sums_is_no_single_sum() -> None:
    for said in ("$5m–$6m", "$5m-6m", "5m to 6m dollars"):
        quote = f"The Quay Fund has {said} to spend"
        found = grade("budget", "5 million USD", quote, record="PRG_QUAY")
        assert found == ("refused", "absent")
        unit = [":unit: USD"]
        for value, bound in (("5 million", "at-least"), ("6 million", "at-most")):
            fields = [*unit, f":bound: {bound}", ":about: PRG_QUAY"]
            assert grade("value", value, quote, record="IND_QUAY", fields=fields) == ("shown",)


@pytest.mark.parametrize(
    ("value", "said", "expected"),
    [
        ("2025-Q3", "in the third quarter of 2025", ("shown",)),
        ("2025-Q3", "on 3 August 2025", ("shown",)),
        ("2025-Q3", "in the first quarter of 2025", ("refused", "absent")),
        ("2025-H1", "in the first half of 2025", ("shown",)),
        ("2025-21", "in spring 2025", ("shown",)),
        ("2025", "in the third quarter of 2025", ("shown",)),
        ("2025-08", "in the third quarter of 2025", ("refused", "absent")),
        ("2025~", "around 2025", ("shown",)),
        ("2025", "around 2025", ("to-read", "others")),
        ("2025-04/..", "from April 2025", ("shown",)),
        ("2025-04/..", "in April 2025", ("refused", "absent")),
        ("../2025-04", "until April 2025", ("shown",)),
        ("../2025-04", "since April 2025", ("refused", "absent")),
    ],
)
def test_parts_of_years_and_vague_dates(value: str, said: str, expected: tuple[str, ...]) -> None:
    assert grade("opens", value, f"The Quay Fund opens {said}", record="PRG_QUAY") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ran from 1 April 2025 to 30 September 2025", ("shown",)),
        ("began on 1 April 2025 and closed on 30 September 2025", ("to-read", "stitched")),
        ("began on 1 April 2025", ("refused", "absent")),
        ("began on 1 April 2025 and closed, but not on 30 September 2025", ("refused", "absent")),
    ],
)
def test_the_two_days_of_an_interval_may_stand_singly(said: str, expected: tuple[str, ...]) -> None:
    value, quote = "2025-04-01/2025-09-30", f"The Quay Fund {said}"
    assert grade("opens", value, quote, record="PRG_QUAY") == expected


@pytest.mark.parametrize(
    ("said", "year", "baseline", "expected"),
    [
        ("In 2024, the Share of the Quay Fund was 46% below that of 2013", 2024, 2013, "shown"),
        ("In 2024, the Share of the Quay Fund was 46% below 2013 levels", 2024, 2013, "shown"),
        ("In 2024, the Share of the Quay Fund was 46% below 2013 levels", 2023, 2024, "to-read"),
        ("In 2024, the Share of the Quay Fund was 46% below 2013 levels", 2024, 2012, "refused"),
    ],
)
def test_the_year_of_a_baseline_is_one_that_the_record_accounts_for(
    said: str, year: int, baseline: int, expected: str
) -> None:
    fields = [":unit: %", ":value: 46", f":as_of: {year}"]
    found = grade("baseline", str(baseline), said, record="IND_QUAY", fields=fields)
    assert found[0] == expected


def test_two_dates_with_a_comma_between_are_to_be_read() -> None:
    quote = "The Quay Act was announced on 3 March 2024, 4 March 2024 being a Monday."
    assert grade("announced", "2024-03-03/2024-03-04", quote) == ("to-read", "stitched")


def test_a_name_that_a_country_and_a_part_share_stands_for_both() -> None:
    for code in ("GE", "US-GA"):
        assert grade("jurisdiction", code, "The Quay Act applies in Georgia") == ("shown",)
    assert grade("jurisdiction", "GE", "It applies in the state of Georgia")[0] == "refused"


def test_a_part_of_a_country_is_shown_by_its_name() -> None:
    quote = "The Quay Act applies in Connecticut"
    assert grade("jurisdiction", "US-CT", quote) == ("shown",)
    assert grade("jurisdiction", "US-MA", quote) == ("refused", "absent")
    both = "The Quay Act applies in Connecticut and in Texas"
    assert grade("jurisdiction", "US-CT", both) == ("to-read", "others")
    assert grade("jurisdiction", "US", "The Quay Act of the United States began in Texas") == (
        "shown",
    )


def test_a_day_that_no_calendar_has_is_another() -> None:
    quote = "The Quay Act was announced on February 27 and {}, 2024"
    day = "2024-02-27"
    assert grade("announced", day, quote.format(30)) == ("to-read", "others")
    other = [":effective: 2024-02-29"]
    assert grade("announced", day, quote.format(29), fields=other) == ("shown",)


def test_an_issue_of_a_journal_is_no_date() -> None:
    quote = "埠頭法は「港湾」2025年5月{}公布された"
    ja = {"language": "ja"}
    assert grade("published", "2025-05", quote.format("号に"), **ja) == ("refused", "absent")
    assert grade("published", "2025-05", quote.format("に"), **ja) == ("shown",)


def test_a_number_that_a_line_parts_shows_no_part() -> None:
    quote = "the Quay Fund moved 1,234,{}567 tonnes"
    for break_ in ("\n", " "):
        for value, found in (
            ("567", ("refused", "absent")),
            ("1,234", ("refused", "absent")),
            ("1,234,567", ("shown",)),
        ):
            tonnes = [":unit: tonnes"]
            said = quote.format(break_)
            assert grade("value", value, said, record="IND_QUAY", fields=tonnes) == found


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("The Quay Act was issued by the Ministry of Trade", "shown"),
        ("The Quay Act was issued by the Ministry of Trade and Industry", "to-read"),
        ("The Quay Act was issued by the Ministry of Trade, Industry & Ports", "to-read"),
        ("The Quay Act was issued by the Ministry of Trade and the town", "shown"),
        ("The Quay Act was issued by the Ministry of Trade Foundation", "to-read"),
        ("The Quay Act was issued by the Ministry of Trade Secretary", "shown"),
        ("The Quay Act was issued by the Ministry of Trade Forum", "to-read"),
        ("Quay Act Issued by Ministry of Trade With Joy", "shown"),
        ("埠頭法は経済産業省が公布した", "shown"),
        ("埠頭法は経済産業省令で定める", "to-read"),
        ("埠頭法は経済産業省製造産業局が公布した", "to-read"),
        ("埠頭法は経済産業省告示で公布した", "shown"),
    ],
)
def test_a_name_within_a_longer_one_is_to_be_read(quote: str, found: str) -> None:
    language = "ja" if quote[0] > "\u2e80" else "en"
    grades = grade("issued_by", "ORG_METI", quote, language=language)
    assert grades == ((found, "others") if found == "to-read" else (found,))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ferry Line Ltd", "shown"),
        ("Ferry Line", "shown"),
        ("Ferry Line Co., Ltd.", "shown"),
        ("Ferry Line GmbH", "to-read"),
        ("Ferry Line Pte. Ltd.", "to-read"),
        ("Ferry Line Holdings", "to-read"),
        ("Ferry Line Cargo", "to-read"),
        ("Ferry Line Ltd Group", "to-read"),
    ],
)
def test_a_firm_of_another_form_is_another(name: str, found: str) -> None:
    quote = f"The Quay Act was issued by {name}, which had asked for it"
    assert grade("issued_by", "ORG_FERRY", quote)[0] == found


def test_a_part_of_a_body_is_no_other_for_its_members() -> None:
    for office in ("製造産業局長", "代表取締役社長", ""):
        quote = f"経済産業省{office}のAnna Lindが述べた"
        found = grade("affiliation", "ORG_METI", quote, record="PER_LIND", language="ja")
        assert found == ("shown",), office
    quote = "経済産業省令に基づきAnna Lindが述べた"
    found = grade("affiliation", "ORG_METI", quote, record="PER_LIND", language="ja")
    assert found == ("to-read", "others")


def test_a_longer_name_does_not_name_the_record() -> None:
    quote = "The Quay Act{} was announced on 4 March 2024"
    assert grade("announced", DAY, quote.format(" Amendment")) == ("to-read", "subject")
    assert grade("announced", DAY, quote.format(" No. 5")) == ("shown",)


@pytest.mark.parametrize(
    ("quote", "unit", "value", "found"),
    [
        ("埠頭基金の割合は20GWhでした", "GWh", "20", ("shown",)),
        ("埠頭基金の割合は12万m2以上", "m2", "120,000", ("shown",)),
        ("埠頭基金の割合は20GWhでした", "Wh", "20", ("refused", "absent")),
        ("埠頭基金の割合は20kWhでした", "kW", "20", ("refused", "absent")),
        ("埠頭基金の割合は30GWhでした", "GWh", "20", ("refused", "absent")),
    ],
)
def test_a_unit_may_stand_right_behind_the_digits(
    quote: str, unit: str, value: str, found: tuple[str, ...]
) -> None:
    fields = [f":value: {value}", ":name_ja: 埠頭基金の割合"]
    assert grade("unit", unit, quote, record="IND_QUAY", language="ja", fields=fields) == found


@pytest.mark.parametrize(
    ("quote", "grades"),
    [
        ("The Harbour Board administers the Quay Fund", ("shown",)),
        ("The Harbour Board declined to administer the Quay Fund", ("to-read", "hedged")),
        ("The Quay Fund is run, unlike the Harbour Board", ("refused", "denied")),
        ("The Quay Fund is run by a firm instead of the Harbour Board", ("refused", "denied")),
    ],
)
def test_a_body_that_declines_or_is_set_apart_is_no_link(
    quote: str, grades: tuple[str, ...]
) -> None:
    assert grade("administered_by", "ORG_HARBOUR", quote, record="PRG_QUAY") == grades


@pytest.mark.parametrize(
    ("field", "value", "quote", "grades"),
    [
        ("administered_by", "ORG_HARBOUR", "港湾局は埠頭基金を運営する", ("shown",)),
        (
            "administered_by",
            "ORG_HARBOUR",
            "港湾局は埠頭基金の運営を辞退した",
            ("to-read", "hedged"),
        ),
        (
            "administered_by",
            "ORG_HARBOUR",
            "港湾局が埠頭基金を所管し、町は参加を辞退した",
            ("to-read", "hedged"),
        ),
        (
            "administered_by",
            "ORG_HARBOUR",
            "港湾局とは異なり、町は埠頭基金を運営する",
            ("refused", "denied"),
        ),
        (
            "administered_by",
            "ORG_HARBOUR",
            "港湾局に代わり埠頭基金を運営する",
            ("refused", "denied"),
        ),
        ("opens", DAY, "埠頭基金の公募を令和6年3月4日に開始した", ("shown",)),
        (
            "opens",
            DAY,
            "埠頭基金は令和6年3月4日の公募開始を見送った",
            ("to-read", "hedged"),
        ),
        (
            "opens",
            DAY,
            "埠頭基金の公募は令和6年3月4日の二週間後に開始する",
            ("to-read", "others"),
        ),
        (
            "opens",
            DAY,
            "埠頭基金の公募は令和6年3月4日の翌日に開始する",
            ("to-read", "others"),
        ),
    ],
)
def test_japanese_says_behind_it_what_unsays_a_value(
    field: str, value: str, quote: str, grades: tuple[str, ...]
) -> None:
    names = [":name_ja: 埠頭基金"]
    fund = {"record": "PRG_QUAY", "language": "ja"}
    assert grade(field, value, quote, fields=names, **fund) == grades


@pytest.mark.parametrize(
    ("field", "said", "grades"),
    [
        ("opens", "refused to open", ("to-read", "hedged")),
        ("closes", "failed to close", ("to-read", "hedged")),
        ("closes", "stopped paying", ("to-read", "hedged")),
        ("closes", "failed, and closed", ("to-read", "hedged")),
    ],
)
def test_what_is_refused_before_a_day_was_not_done_on_it(
    field: str, said: str, grades: tuple[str, ...]
) -> None:
    quote = f"The Quay Fund {said} on 6 June 2025"
    assert grade(field, "2025-06-06", quote, record="PRG_QUAY") == grades


@pytest.mark.parametrize(
    ("when", "grades"),
    [
        ("opened on", ("shown",)),
        ("opens two weeks after", ("to-read", "others")),
        ("opens two weeks after the", ("to-read", "others")),
        ("opened the day before", ("to-read", "others")),
        ("opens by", ("to-read", "others")),
        ("was to be opened on", ("to-read", "hedged")),
        ("hardly opened on", ("to-read", "hedged")),
        ("stopped opening on", ("to-read", "hedged")),
    ],
)
def test_a_day_that_another_is_counted_from(when: str, grades: tuple[str, ...]) -> None:
    quote = f"The Quay Fund {when} 6 June 2025"
    assert grade("opens", "2025-06-06", quote, record="PRG_QUAY") == grades


@pytest.mark.parametrize(
    "told",
    [
        *("was called off", "is postponed", "was adjourned to May", "was shelved", "was deferred"),
        *("is planned for May", "is scheduled for May", "was rescheduled", "is expected in May"),
        *("was put off", "was averted", "has been set for May", "was cancelled"),
    ],
)
def test_what_is_planned_put_off_or_undone_was_not_held(told: str) -> None:
    auction = {"record": "EVT_FERRY_AUCTION"}
    assert grade("status", "held", f"The ferry auction {told}", **auction) == ("to-read", "others")
    quote = "The ferry auction was held as planned and adjourned at noon"
    assert grade("status", "held", quote, **auction) == ("shown",)


@pytest.mark.parametrize("told", ["延期された", "順延となった", "先送りした", "見合わせとなった"])
def test_what_is_put_off_was_not_held_in_japanese(told: str) -> None:
    auction, fields = {"record": "EVT_FERRY", "language": "ja"}, [":name_ja: 競売"]
    found = grade("status", "held", f"競売は{told}", fields=fields, **auction)
    assert found == ("to-read", "others")
    quote = "競売は予定どおり行われた"
    assert grade("status", "held", quote, fields=fields, **auction) == ("shown",)


@pytest.mark.parametrize(
    "told",
    [
        *("was suspended on", "has been paused since", "was put on hold on", "was deferred on"),
        *("was made on", "was ratified on", "was amended on", "was submitted on", "was quashed on"),
    ],
)
def test_nothing_takes_effect_on_the_day_it_is_stopped_or_made(told: str) -> None:
    assert grade("effective", DAY, f"The Quay Act {told} 4 March 2024") == ("to-read", "others")
    quote = "The Quay Act, made under the old law, took effect on 4 March 2024"
    assert grade("effective", DAY, quote) == ("shown",)


@pytest.mark.parametrize(
    "told", ["停止された", "延期された", "定めました", "改正された", "撤回された"]
)
def test_nothing_takes_effect_on_the_day_it_is_stopped_or_made_in_japanese(told: str) -> None:
    ja = {"language": "ja"}
    found = grade("effective", DAY, f"埠頭法は令和6年3月4日に{told}", **ja)
    assert found == ("to-read", "others")
    assert grade("effective", DAY, "定められた埠頭法を令和6年3月4日から施行する", **ja) == (
        "shown",
    )


def test_a_suspension_is_neither_an_end_nor_an_announcement() -> None:
    quote = "The Quay Act was suspended on 4 March 2024"
    assert grade("ended", DAY, quote) == ("to-read", "others")
    assert grade("announced", DAY, quote) == ("to-read", "others")


@pytest.mark.parametrize(
    "told",
    [
        "Anna Lind resigned as {}",
        "Anna Lind stepped down as {}",
        "Anna Lind vacated the office of {}",
        "Anna Lind was dismissed as {}",
        "Anna Lind served as {} until 2020",
        "Anna Lind was a candidate for {}",
        "Anna Lind, once {}, spoke",
        "Anna Lind, until recently {}, spoke",
        "Past {} Anna Lind",
        "Outgoing {} Anna Lind",
        "Anna Lind, who was earlier {}, spoke",
        "Anna Lind used to be {}",
        "Anna Lind, {} at the time, spoke",
        "Anna Lind was {} from 1990 to 1994",
        "At the time {} was Anna Lind",
    ],
)
def test_an_office_that_was_left_is_held_no_more(told: str) -> None:
    lind, body = {"record": "PER_LIND"}, "Registrar of the Harbour Board"
    assert grade("role", "Registrar", told.format("Registrar"), **lind) == ("to-read", "others")
    found = grade("affiliation", "ORG_HARBOUR", told.format(body), **lind)
    assert found == ("to-read", "others")


def test_an_office_that_is_recorded_as_left_may_be() -> None:
    lind, quote = {"record": "PER_LIND"}, "Anna Lind, former Registrar of the Harbour Board"
    fields = [":role: Former Registrar"]
    assert grade("affiliation", "ORG_HARBOUR", quote, fields=fields, **lind) == ("shown",)
    quote = "Anna Lind, who retired as a pilot, is Registrar"
    assert grade("role", "Registrar", quote, **lind) == ("shown",)


@pytest.mark.parametrize(
    "told",
    [
        *("{}は局長を退任した", "{}局長は辞任した", "局長を退いた{}", "{}は局長を解任された"),
        *("{}はかつて局長だった", "{}（当時局長）", "{}局長（当時）", "以前、局長だった{}"),
    ],
)
def test_an_office_that_was_left_is_held_no_more_in_japanese(told: str) -> None:
    lind, fields = {"record": "PER_LIND", "language": "ja"}, [":name_ja: 南部晴子"]
    quote = told.format("南部晴子")
    assert grade("role", "局長", quote, fields=fields, **lind) == ("to-read", "others")
    quote = "港湾局の前局長 南部晴子"
    found = grade("affiliation", "ORG_HARBOUR", quote, fields=fields, **lind)
    assert found == ("to-read", "others")
    assert grade("role", "局長", "南部晴子が局長に就任した", fields=fields, **lind) == ("shown",)


@pytest.mark.parametrize(
    ("value", "unit", "said", "expected"),
    [
        ("2", "USD per acre", "$2 per acre", "shown"),
        ("2", "USD per acre", "$2 an acre", "shown"),
        ("3.40", "EUR/MWh", "€3.40 per MWh", "shown"),
        ("1.15", "GBP per pupil per day", "1.15 pounds per pupil per day", "shown"),
        ("1.15", "GBP per pupil", "1.15 pounds per pupil per day", "to-read"),
        ("3.40", "EUR", "€3.40 per MWh", "to-read"),
        ("2", "USD per acre", "$2 per mile", "refused"),
        ("2", "USD per acre", "€2 per acre", "refused"),
    ],
)
def test_money_for_each_of_something(value: str, unit: str, said: str, expected: str) -> None:
    """A unit of money may say what each sum is for."""
    quote, about = f"The Share of the Quay Fund is {said}", {"record": "IND_QUAY"}
    assert grade("unit", unit, quote, **about, fields=[f":value: {value}"])[0] == expected
    if expected == "shown":
        assert grade("value", value, quote, **about, fields=[f":unit: {unit}"]) == ("shown",)


def test_what_a_change_came_to_is_no_range() -> None:
    quote = "The Share of the Quay Fund was cut by 25 basis points to 4.50 percent"
    assert grade("value", "4.50%", quote, record="IND_QUAY") == ("to-read", "others")
    quote = "The Share of the Quay Fund rose by 12 to 15 percent"
    assert grade("value", "15%", quote, record="IND_QUAY") == ("refused", "absent")


@pytest.mark.parametrize("said", ["failed to pass", "was lost by two votes", "was refused"])
def test_a_law_that_found_no_majority_is_rejected(said: str) -> None:
    assert grade("status", "rejected", f"The Quay Act {said}") == ("shown",)


def test_by_is_a_deadline_only_before_a_time() -> None:
    quote = "The Quay Act was adopted by Parliament on 4 March 2024"
    assert grade("announced", DAY, quote) == ("shown",)
    quote = "The Quay Act is to cut waste by 4 March 2024"
    assert grade("announced", DAY, quote) == ("to-read", "others")


@pytest.mark.parametrize("role", ["Permanent Secretary", "Attorney General", "Chief Legal Officer"])
def test_a_word_with_a_capital_before_an_office_is_part_of_it(role: str) -> None:
    lind, last = {"record": "PER_LIND"}, role.split()[-1]
    for quote in (f"{role} Anna Lind spoke", f"Anna Lind, {role}, spoke"):
        assert grade("role", last, quote, **lind) == ("to-read", "others")
        assert grade("role", role, quote, **lind) == ("shown",)
    quote = "Harbour Board Secretary Anna Lind"
    assert grade("role", "Secretary", quote, **lind) == ("shown",)


def test_what_a_gap_leaves_out_counts_whatever_word_of_the_title_vouches() -> None:
    fares = {"record": "IND_FERRY_FARES"}
    quote = "The ferry has […] fares; it made 34 euros"
    source = "The ferry has {} fares; it made 34 euros"
    assert grade("value", "34", quote, source=source.format("cheap"), **fares) == ("shown",)
    found = grade("value", "34", quote, source=source.format("no"), **fares)
    assert found == ("to-read", "stitched")
    found = grade("value", "34", quote, source=source.format("Harbour Board"), **fares)
    assert "stitched" in found


@pytest.mark.parametrize(
    "quote",
    [
        "The Quay Act was adopted, says its website",
        "The Quay Act was adopted, critics claim",
        "Anna Lind moved that the Quay Act, as amended, be adopted",
    ],
)
def test_what_is_only_said_or_moved_is_hedged(quote: str) -> None:
    assert grade("status", "adopted", quote) == ("to-read", "hedged")


def test_a_body_beside_another_person_may_be_that_ones() -> None:
    lind, quote = {"record": "PER_LIND"}, "{} (Harbour Board); member: {}"
    found = grade("affiliation", "ORG_HARBOUR", quote.format("Olav Berg", "Anna Lind"), **lind)
    assert found == ("to-read", "others")
    found = grade("affiliation", "ORG_HARBOUR", quote.format("Anna Lind", "a pilot"), **lind)
    assert found == ("shown",)


@pytest.mark.parametrize(
    ("record", "quote", "found"),
    [
        ("EVT_4TH_AUCTION_OF_FERRIES", "The 4th auction met on 4 March 2024", ("shown",)),
        ("EVT_4TH_AUCTION_OF_FERRIES", "The fourth auction met on 4 March 2024", ("shown",)),
        ("EVT_4TH_AUCTION_OF_FERRIES", "The auction met on 4 March 2024", ("shown",)),
        ("EVT_4TH_AUCTION_OF_FERRIES", "The 5th auction met on 4 March 2024", _UNNAMED),
        ("EVT_4TH_AUCTION_OF_FERRIES", "The fifth auction met on 4 March 2024", _UNNAMED),
        ("EVT_4TH_AUCTION_OF_FERRIES", "The 5th auction on 4 March 2024: Harbour Board", _UNNAMED),
        ("EVT_AUCTION_OF_FERRIES", "The 5th auction met on 4 March 2024", ("shown",)),
    ],
)
def test_no_word_of_a_title_vouches_where_another_number_stands_in_its_place(
    record: str, quote: str, found: tuple[str, ...]
) -> None:
    fields = [":participants: ORG_HARBOUR"]
    assert grade("date", DAY, quote, record=record, fields=fields) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [("第９回競売", _UNNAMED), ("第１０回競売", ("shown",)), ("第１０期競売", ("shown",))],
)
def test_the_same_of_japanese_numbers(name: str, found: tuple[str, ...]) -> None:
    fields = [":participants: ORG_HARBOUR", f":name_ja: {name}"]
    quote, auction = "港湾局は第十回の競売を2024年3月4日に行った", "EVT_FERRIES"
    assert grade("date", DAY, quote, record=auction, fields=fields, language="ja") == found


def test_beside_a_unit_other_numbers_are_named() -> None:
    quote = "The share of the Quay Fund rose by 65% in jobs, compared with 79% for the Dock Order"
    one = graded("unit", "jobs", quote, record="IND_QUAY", fields=[":value: 65%"])
    assert "others" in one.why
    assert quoted(one) == "“79%”"


def test_how_an_act_may_be_cited_hedges_nothing() -> None:
    quote = "This is the Quay Act, which may be {} in force since May"
    cited = "cited as the Port Act; it is"
    assert grade("status", "in-force", quote.format(cited)) == ("shown",)
    assert "hedged" in grade("status", "in-force", quote.format("so, and is"))


def test_an_answer_denies_nothing_of_the_next_sentence() -> None:
    quote = "The Quay Act was repealed"
    for source in (f"{quote}.", f"Is it in force? No. {quote}."):
        assert grade("status", "ended", quote, source=source) == ("shown",)


def test_the_year_in_the_number_of_an_act_is_no_other_day() -> None:
    quote = "埠頭法（昭和四十八年{}）は、令和6年3月4日に公布された"
    found = grade("announced", DAY, quote.format("政令第二百九号"), language="ja")
    assert found == ("shown",)
    found = grade("announced", DAY, quote.format("の提案"), language="ja")
    assert found == ("to-read", "others")


@pytest.mark.parametrize(
    ("quote", "language", "found"),
    [
        ("The Quay Act repeals the Dock Order", "en", ("to-read", "others")),
        ("The Quay Act was repealed by the Dock Order", "en", ("shown",)),
        ("Parliament repealed the Quay Act", "en", ("shown",)),
        ("埠頭法はDock Orderを廃止した", "ja", ("to-read", "others")),
        ("埠頭法は廃止された", "ja", ("shown",)),
    ],
)
def test_what_a_law_does_to_another_is_not_done_to_it(
    quote: str, language: str, found: tuple[str, ...]
) -> None:
    fields = [":repeals: POL_DOCK"]
    assert grade("status", "ended", quote, language=language, fields=fields) == found
