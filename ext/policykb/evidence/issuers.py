"""Who issues a policy: the one who acts, not whoever is named beside it.

"US tariffs" names the United States but does not say who issued anything, and in "Japan opposed the
order of the US" only one of the two did. So the name is the subject of a verb of issuing, the
possessor or source of a policy, or stands behind *by* and such a verb. Where a source says it
otherwise, the record says ``:shows:`` or ``:inferred:``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from policykb.evidence.issuing import POLICY, issued, verbs
from policykb.text.lazy import lazy

_BEFORE = 120
_AFTER = 200
"""How much of a text around the name is looked at; the patterns see no more, so that they take
the same time in any text."""

_NAME = r"(?:the )?[A-Z][\w&.'-]*(?: (?:of |for )?[A-Z][\w&.'-]*){0,7}"
_ADVERBS = (
    r"(?:,? (?:also|already|now|then|today|yesterday|earlier|later"
    r"|again|first|once|since|just|\w+ly"
    r"|(?:last|this|next) \w+|on [A-Z]\w+(?: \d+)?|in (?:[A-Z]\w+|\d{4})(?: \d{4})?"
    r"|(?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?),?){0,3}"
)
_STAFF = (
    r"(?: (?:[Oo]fficials?|[Mm]inisters?|Ministry|leaders|authorities|government|secretary"
    r"|administration)\b(?: [A-Z][\w'-]*){0,2})?"
)
_AND = rf"(?:, {_NAME}){{0,6}}(?:,? and |,? & |/){_NAME}"
_ASIDE = (
    rf"(?:{_AND}|,? (?:jointly |together |along )?with {_NAME},?|, not {_NAME},"
    r"|, (?:the|an?|[A-Z]\w+'s) [\w' -]{1,60}?,)?(?:,? (?:which|that|who))?"
)
_MODAL = (
    r"(?:will|would|may|might|could|must|shall|should"
    r"|(?:is|are|was|were) (?:set |due |expected |likely )?to)\b"
)


@cache
def _acts() -> re.Pattern[str]:
    """What follows a subject that issues: a verb of issuing, not unsaid and not passive."""
    return re.compile(
        rf"(?: \([^)]{{0,60}}\)|\))?{_STAFF}{_ASIDE}{_ADVERBS}"
        rf" (?:(?:says|said){_ADVERBS} (?:that )?it )?"
        rf"(?:{verbs('s', 'ed')}|(?:has|have|had|having)\b{_ADVERBS} {verbs('ed')}"
        rf"|{_MODAL}{_ADVERBS} {verbs('')}"
        rf"|(?:is|are|was|were|(?:has|have) been)\b{_ADVERBS} {verbs('ing')}"
        rf"|(?:has|have|had) (?:an?|the|its) (?:[\w'-]+ ){{0,2}}?{POLICY}\b)"
    )


@cache
def _act() -> re.Pattern[str]:
    """What follows several subjects that issue together: the bare verb."""
    return re.compile(rf"(?:{_AND})?{_ADVERBS} {verbs('')}")


@cache
def _coined() -> re.Pattern[str]:
    return re.compile(rf"-(?:(?:{issued()})\b|led (?:[\w-]+ ){{0,2}}?{POLICY}\b)")


@cache
def _source() -> re.Pattern[str]:
    """What stands before a name that a policy comes from."""
    return re.compile(
        rf"(?:\b(?i:{POLICY})|\b(?:{issued()}|led)\b){_ADVERBS} by (?:the )?$"
        rf"|\b(?i:{POLICY}) (?:(?:is |was |comes |came )?from|of) (?:the )?$"
        r"|(?i:\baccording to|\bsource:) (?:the )?$"
    )


_POSSESSES = lazy(
    r"(?: government| administration)?(?:'s|')"
    r" (?:(?!(?:rival|partner|critic|opponent|counterpart|competitor|maker)s?\b)"
    rf"[\w&'-]+ ){{0,4}}?(?i:{POLICY})\b"
)
_LISTED = lazy(rf"(?:(?![A-Z]\w+day\b){_NAME}(?:,? and |,? & |, |/))+(?:the )?$")
"""The names before one in a list of names."""
_GOES_ON = lazy(_AND)
_ENDS = lazy(
    rf"(?: \([^)]{{0,60}}\))?{_STAFF}(?:$|[.,;:!?)\"/]| \(| (?:in|on|to|for|from|at|as|and|or|&|but"
    r"|with|that|which|who|is|was|are|were|has|have|had|will|would|under|of|during|after|before"
    r"|last|this|next|today|yesterday|earlier|later|it|then|now|aims?|while|when|where|by|since"
    r"|until|\d+|rose|rises|hits?|takes?|took)\b)"
)
_STAND_FOR_IT = lazy(
    r" (?!(?:[a-z-]*(?:ics|ists|ians|ees|ents|ants|yers|kers|sors|tors|eers)"
    r"|rivals|opponents|partners|allies|supporters|members|firms|companies|experts|advisers|sources"
    r"|customers|suppliers|subsidiaries|units|plans|rules|sales|shares|backed|owned|led|funded)\b"
    r"(?<!monitors)(?<!presents)(?<!prevents)(?<!implements)(?<!represents)(?<!grants))"
    r"(?:[a-z]{2,}(?:[^s]s|ed)|came|went|began|brought|set|put|laid|met|ran|fell|gave|made|cut|sets)\b"
)
"""A verb behind a policy and its source: "the plan of METI covers ten ports"."""
"""What follows a name that stands for itself, not for a thing beside it ("by METI critics")."""
_UNSAID = lazy(
    r"(?:\b(?:not|never|no|nor|neither|without|unlike|if|whether|unless|den(?:y|ies|ied)|former)"
    r"\b|n't\b)(?: [\w-]+){0,3} $|\bex-$",
    re.IGNORECASE,
)
_LINKS = frozenset(
    "and but that when while as after before since because where then today yesterday recently "
    "year month week ministry government agency cabinet whose how what".split()
)
_PREPOSITIONS = frozenset(
    "in on at to for by of from with within without across throughout outside under over against "
    "unlike like than via through into towards among between except excluding despite".split()
)
_MINISTER = lazy(r"(?: [A-Z][\w'.-]+){2,3}(?= [a-z])")
"""The minister's own name behind the office, which names fold to the ministry."""
_CITED = lazy(rf"\b(?i:{POLICY}) \($")
_YEAR = lazy(r", \d{4}\)")
_HEADING = lazy(rf": (?:[\w'-]+ ){{0,3}}?{POLICY}\b")
_JAPANESE = lazy(
    r"(?:\([^)]{0,40}\))?(?:(?:は|が)[^。]{0,80}(?:策定|発表|公表|決定|制定|公布|発出|告示|改正|導入"
    r"|打ち出|取りまと|とりまと|まとめ|示し|定め)(?!(?:され|し)?(?:てい)?な)|の[^。、]{0,24}(?:計画|政策|戦略|方針"
    r"|命令|法案?|関税|予算|措置|指針|ガイドライン|通知|ビジョン)|による)"
)


def issues(text: str, at: int, end: int, own: Sequence[str] = ()) -> bool:
    """Whether the name at ``[at, end)`` stands as one who issues a policy; ``own`` are names of the
    policy itself."""
    before, after = text[max(0, at - _BEFORE) : at], text[end : end + _AFTER]
    if _UNSAID().search(before):
        return False
    if _POSSESSES().match(after):
        return True
    if after.startswith(("'s ", "' ")):
        if any(_has(after, name) for name in own):
            return True
    elif after.startswith("-"):
        return _coined().match(after) is not None
    elif after[:1] > "\u2e80" or (after[:1] == "(" and after > "\u2e80"):
        return _JAPANESE().match(after) is not None
    listed = _LISTED().search(before)
    if listed and before.endswith((", ", ", the ")) and not _GOES_ON().match(after):
        listed = None
    head = before[: listed.start()] if listed else before
    if _UNSAID().search(head):
        return False
    if _source().search(head):
        return bool(_ENDS().match(after) or _STAND_FOR_IT().match(after))
    if (before == "" and _HEADING().match(after)) or (
        _CITED().search(before) and _YEAR().match(after)
    ):
        return True
    if not _leads(head):
        return False
    for name in own:
        after = after.replace(name, "plan")
    if "Ministry" in text[at:end]:
        named = _MINISTER().match(after)
        after = after[named.end() :] if named else after
    return any(
        pattern().match(after) is not None for pattern in _subjects(listed is not None, after)
    )


def _subjects(listed: bool, after: str) -> list[Callable[[], re.Pattern[str]]]:
    """The patterns that may follow a subject: of one, of several."""
    return [_acts, _act] if listed or after.startswith((" and ", ", ", " & ")) else [_acts]


def _has(after: str, name: str) -> bool:
    """Whether a possessive is followed by the policy's own name: "METI's new Harbour Plan"."""
    found = after.find(name, 0, 60 + len(name))
    return found >= 0 and all(word.islower() for word in after[3:found].split())


def _leads(before: str) -> bool:
    """Whether a sentence or clause begins behind a text, so that a name there is its subject."""
    words = before[-60:].split()
    while words and words[-1] in ("the", "The"):
        words.pop()
    if (
        not words
        or words[-1][-1] in '.,;:!?"(['
        or words[-1] == "-"
        or words[-2:] == ["Ministry", "of"]
    ):
        return True
    word = words[-1]
    if word.lower() in _PREPOSITIONS:
        return False
    return word in _LINKS or word[0].isupper() or word[-1].isdigit()
