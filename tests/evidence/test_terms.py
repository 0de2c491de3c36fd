"""Vocabulary values: phrases, what unsays them, and where they mean something else."""

import pytest
from tests.evidence.known import shown

from policykb.model import TYPES
from policykb.values.term import Vocabulary


@pytest.mark.parametrize(
    ("kind", "text", "value", "expected"),
    [
        ("jv", "has reached a basic agreement to establish a venture", "agreed", True),
        ("jv", "has reached a basic agreement to establish a venture", "established", False),
        ("jv", "was established in 2020", "established", True),
        ("jv", "ESTABLISHED in 2020", "established", True),
        ("jv", "agreed to be formally established", "established", False),
        ("jv", "will be established", "established", False),
        ("jv", "has not yet been established", "established", False),
        ("jv", "wasn’t established", "established", False),
        ("jv", "may be established", "established", False),
        ("jv", "in May established", "established", True),
        ("jv", "go to a firm that they established", "established", True),
        ("jv", "re-established", "established", False),
        ("jv", "no agreement was reached", "agreed", False),
        ("jv", "agreed-upon terms", "agreed", False),
        ("program", "The fund opened in 2023", "open", True),
        ("program", "The fund will be opened", "open", False),
        ("program", "reopened", "open", False),
        ("program", "The fund closes in May", "closed", True),
        ("policy", "the act enters into force in May", "in-force", True),
        ("policy", "the act will come into force in May", "in-force", False),
        ("jv", "the plant is operational", "operating", True),
        ("jv", "the plant will be operational", "operating", False),
        ("event", "the meeting will be held in May", "planned", True),
        ("event", "the meeting will be held in May", "held", False),
        ("event", "was held between March 17-19", "held", True),
        ("event", "is not planned", "planned", False),
    ],
)
def test_what_shows_a_status(kind: str, text: str, value: str, expected: bool) -> None:
    assert shown(kind, "status", text, value) == expected


@pytest.mark.parametrize(
    "before",
    [
        "they'll have",
        "they’d have",
        "it must be",
        "it can be",
        "it cannot be",
        "neither firm has",
        "nor was it",
        "none was",
        "nobody",
        "if",
        "If",
        "unless",
        "once",
        "rather than",
        "denied having",
        "failed and was",
        "let us have",
        "to-be",
        "it will aa-bb be",
        "is it being",
    ],
)
def test_what_unsays_a_phrase(before: str) -> None:
    assert not shown("jv", "status", f"{before} established in Tokyo", "established")


def test_three_words_before_count_and_no_more() -> None:
    assert not shown("jv", "status", "not in aa established", "established")
    assert not shown("jv", "status", "not aa-bb cc established", "established")
    assert shown("jv", "status", "not in aa bb established", "established")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will. Established in 2020", True),
        ("They went to Japan. Established in 2020", True),
        ("They will; established in 2020", True),
        ("It will, Inc. established", False),
        ("not by Dr. established", False),
        ("It is not (cf. established", False),
        ("It is to in Oct. established", False),
        ("Was it established in 2020?", False),
        ("It was established. Was it good?", True),
    ],
)
def test_where_a_sentence_ends(text: str, expected: bool) -> None:
    assert shown("jv", "status", text, "established") == expected


def test_a_denial_unsays_what_is_to_come_and_a_future_does_not() -> None:
    assert shown("jv", "status", "they will propose it", "proposed")
    assert not shown("jv", "status", "they withdrew the proposal", "proposed")
    assert not shown("jv", "status", "if they propose it", "proposed")


@pytest.mark.parametrize(
    ("kind", "value", "texts"),
    [
        ("policy", "proposed", "proposals for it|is proposing it|was submitted|put forward a plan"),
        ("policy", "in-preparation", "is under preparation|is being drawn up|will be drafted"),
        ("policy", "adopted", "the cabinet adopts it|its adoption in May|formulated a strategy"),
        ("policy", "adopted", "finalised the plan|閣議決定された|方針を策定した"),
        ("policy", "in-force", "entered into force|came into effect|went into force|was enforced"),
        ("policy", "in-force", "effective from May|effective immediately|is in effect|施行された"),
        ("policy", "suspended", "the suspension of the law|was suspended"),
        ("policy", "ended", "was discontinued|was terminated|was withdrawn"),
        ("program", "open", "the fund opens in May|the opening of the fund|公募を開始した"),
        ("program", "open", "applications are accepted|applications are invited"),
        ("program", "running", "is ongoing|the program runs until 2030"),
        ("program", "planned", "it will set up a fund|is to launch a fund|to be opened"),
        ("jv", "agreed", "a memorandum of understanding with|concluded a contract with"),
        (
            "jv",
            "agreed",
            "have partnered with|reached an accord|entered into|合意した|契約を締結した",
        ),
        ("jv", "established", "launched a joint venture|since its establishment|設立された"),
        ("jv", "operating", "commenced operations|operated a plant|started operations"),
        ("jv", "ended", "was discontinued|has withdrawn from it"),
        ("jv", "proposed", "plan to set up a venture|are planning to set up a venture"),
        ("event", "planned", "is to be held in May|is slated for May|is due in May"),
        ("event", "planned", "will launch the drug|開催予定"),
        ("event", "held", "organised a roundtable|visited Tokyo|was released|was selected"),
        ("event", "held", "ordered the tariff|was held in May|開催された"),
        ("event", "cancelled", "the cancellation of the fair|中止された"),
    ],
)
def test_inflections_and_phrases(kind: str, value: str, texts: str) -> None:
    for text in texts.split("|"):
        assert shown(kind, "status", text, value), text


@pytest.mark.parametrize(
    ("kind", "value", "texts"),
    [
        ("jv", "agreed", "a great deal of work|the firms deal with drugs|they deal in drugs"),
        ("jv", "agreed", "seeking an agreement|a draft agreement|talks on an agreement"),
        ("jv", "agreed", "an agreement is expected|the deal fell through|expect an agreement"),
        ("jv", "agreed", "analysts agree that|agree to disagree|entered into talks"),
        ("jv", "agreed", "entered the market|a contract manufacturer|設立に合意したい"),
        ("jv", "established", "an established company|established players will|long established"),
        ("jv", "established", "agreement to establish|the establishment is planned|設立に合意"),
        ("jv", "established", "設立したい|設立されたら|created difficulties|being set up"),
        ("jv", "operating", "operating profit rose|has stopped operating|ceased operating"),
        ("jv", "operating", "new uses of the cells|the deal runs to 2030"),
        ("jv", "ended", "the year ended March 2025|the patent expired|ended speculation"),
        ("jv", "proposed", "pension plans are|plans were dropped|denied plans"),
        ("policy", "adopted", "newly approved drugs|time passed|decided not|the adoption rate"),
        ("policy", "in-force", "an effective policy|the firm applies for|being implemented"),
        ("policy", "suspended", "suspended its shipments|calls for a suspension"),
        ("policy", "in-preparation", "plans to leave Japan"),
        ("program", "open", "open innovation|open to criticism|opening remarks|before its opening"),
        ("program", "running", "running out of money|funds are needed|supports the idea"),
        ("program", "closed", "closed a deal|completed applications are"),
        ("event", "held", "widely held view|held back|shares held|conditions were met"),
        ("event", "held", "the published agenda|settled weather|tickets were issued"),
        ("event", "planned", "announced the results|plans were shelved"),
    ],
)
def test_other_senses(kind: str, value: str, texts: str) -> None:
    for text in texts.split("|"):
        assert not shown(kind, "status", text, value), text


def test_every_phrase_of_every_status_shows_its_value() -> None:
    for kind in ("policy", "program", "jv", "alliance", "event"):
        vocabulary = TYPES[kind].specs()["status"].value
        assert isinstance(vocabulary, Vocabulary)
        for value, phrases in vocabulary.phrases.items():
            for phrase in phrases:
                said = [f"the plan was {phrase} from May", f"a new {phrase}, and", f"{phrase}。"]
                assert any(shown(kind, "status", text, value) for text in said), phrase
