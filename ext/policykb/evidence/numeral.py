"""One number as prose writes it, and what belongs to it on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from policykb.evidence import money
from policykb.lazy import lazy

RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u208e\u2150-\u215f"
_SIGN = lazy(
    r"(?:(?<![\w)\]%.,:/'-])[-+~≈]|[±▲△▼<>≤≥]|(?<![\w-])(?:[Mm]inus|[Nn]egative|[Pp]lus) )$"
)
_LESS = frozenset("-▲△▼")
_PERCENT = lazy(
    r"[ -]?(?P<points>(?:%|per[ -]?cent(?:age)?|basis)[ -]?points?\b|%?ポイント|パーセントポイント)"
    r"|[ -]?(?P<other>[‰‱]|percentiles?\b)|[ -]?(?:[%٪]|per[ -]?cent\b|パーセント)| ?pc\b",
    re.IGNORECASE,
)
_TAIL = lazy(
    rf"(?P<fraction>[{RAISED}]| ?[\u00bc-\u00be\u2150-\u215e]| [1-9]/[2-9](?![\d/])|分の"
    r"|[ -]?(?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"
    r"|twentieths|hundredths|thousandths|millionths|billionths|hundredweight)\b)"
    r"|(?P<times>[ -]?(?:times|fold)\b| ?[x×](?!\w| ?\d)|倍|回)"
    r"|(?P<clock> ?[ap]\.?m\b| o'clock\b)"
    r"|(?P<count>月|日(?![間本])|年(?!間)|番|位|号|条|項|章|期|級|型|階|丁目|時(?!間)|世|分(?![間の]))",
    re.IGNORECASE,
)
_CODE = lazy(r"-[A-KM-Z](?![A-Za-z])")
_LABEL = lazy(
    r"(?:\b(?:phase|article|annex|appendix|figure|fig\.|table|tier|chapter|section|sec\.|type|class"
    r"|grade|level|stage|step|part|volume|vol\.|version|ver\.|item|rule|clause|paragraph|para\."
    r"|page|pp?\.|footnote|note|room|flight|route|building|bldg\.|floor|gate|platform|nos?\.|nr\."
    r"|notification|regulation|directive|decision|resolution|iso|iec|tel\.?"
    r"|telephone|phone|fax|code|model|series|group of|big|cohort|category|lot|docket|schedule"
    r"|goal|aged?|standard|fiscal(?: year)?|financial year|fy|jfy)s? ?\(?"
    r"|(?<!a )\bnumber |(?<!#)#|№ ?|第|(?<![\w'])')$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A statement of size in a text; ``at`` and ``to`` enclose it.

    ``amount`` is None where it states no plain number. ``kind`` is empty, ``%``, ``points``,
    ``times``, ``ordinal``, or the kind of what is none: ``range``, ``label``, ``code``, ``one``
    (of a set, or nobody), ``other``; ``money`` the code of its currency.
    """

    amount: Decimal | None
    kind: str
    money: str | None
    at: int
    to: int


def complete(
    text: str, number: int, at: int, amount: Decimal | None, *, needs_money: bool = False
) -> Numeral:
    """The numeral around the digits or words at ``text[number:at]``: with sign and currency before
    them, %, currency and what makes it none behind them. ``needs_money``: it has a scale that is
    one only in sums ($5 m)."""
    kind, to = "", at
    percent = _PERCENT().match(text, to)
    if percent:
        to = percent.end()
        kind = "points" if percent["points"] else "other" if percent["other"] else "%"
    tail = _TAIL().match(text, to)
    if tail:
        to = tail.end()
        kind = "times" if tail["times"] else "other"
    code, to = money.after(text, number, to) if kind == "" else (None, to)
    start = _sign(text, number)
    before, begin = money.before(text, start)
    if before:
        start = _sign(text, begin)
    code = before or code
    signs = text[start:begin] + text[begin:number]
    if signs and (signs[0] in _LESS or signs[:3].lower() in ("min", "neg") or "-" in signs):
        amount = None if amount is None else -amount
    if (
        kind in ("", "times", "other")
        and code is None
        and _LABEL().search(text[max(0, start - 16) : start])
    ):
        ordinal = text[start - 1 : start] == "第"
        return Numeral(None, "ordinal" if ordinal else "label", None, start, to)
    alone = kind == "" and code is None and text[start - 1 : start] + text[to : to + 1]
    if (
        kind == "other"
        or (needs_money and code is None)
        or "±" in signs
        or _CODE().match(text, to)
        or alone in ("()", "[]")
    ):
        return Numeral(None, "other", code, start, to)
    return Numeral(amount, kind, code, start, to)


def _sign(text: str, at: int) -> int:
    found = _SIGN().search(text[max(0, at - 10) : at])
    return at if found is None else max(0, at - 10) + found.start()
