"""Phrases of the vocabularies where they mean something else: "a great deal", "operating profit".

For each phrase what stands before or behind it in the other sense. The list is not complete, no
such list is; it holds what policy and trade news write often.
"""

from __future__ import annotations

import re
from functools import cache

_BEFORE = 60
_AFTER = 50

_NOT_YET = (
    r"\b(?:talks? (?:on|about|for|over)|negotiat\w+|seek\w*|hop\w+ for|await\w*|expect\w*"
    r"|absence of|lack of|drafts?|possible|potential|proposed|plan(?:s|ned|ning)?(?: on| for)?"
    r"|towards?|pending|future|subject to|disagree on)(?: an?| the| any| such)? (?:[\w-]+ )?"
)
_NOT_KEPT = (
    r" (?:(?:is|was) (?:expected|likely|possible|due|not|never|off|being negotiated"
    r"|under negotiation|terminated|called off|cancel\w+|scrapped)|may|could|might|would|should"
    r"|must|has not|have not|had not|could not|fell|failed|collapsed|expired)\b"
)
_YEARS = r"\b(?:years?|quarters?|half|months?|periods?|weeks?|seasons?|days?|terms?) (?:that )?"
_WORN_OUT = r"\b(?:patents?|talks?|terms?|deadlines?) (?:has |have |had |that )?"
_GONE = r" (?:(?:were|are|was) |for the \w+ were )(?:dropped|shelved|scrapped)\b"

_OTHER: dict[str, tuple[str, str]] = {
    "accepted": (r"\b(?:an|widely|generally) ", r" (?:view|wisdom|practice|standard)s?\b"),
    "accord": (rf"{_NOT_YET}|\b(?:in|own|to) ", _NOT_KEPT),
    "acquired": ("", r" (?:new )?(?:customers?|taste|immun\w+|skills?)\b"),
    "adopted": (r"\bbeing ", r" (?:child|son|daughter)\w*"),
    "adoption": (
        r"\b(?:driv\w+|slow|low|wider?|greater|faster|rapid|increase|boost|market|before|until"
        r"|pending|await\w*|for) (?:the |its )?",
        r" (?:rates?|of (?:biosimilars?|generics?|drugs?|technolog\w+|ai))\b",
    ),
    "agree": (
        r"\b(?:analysts|experts|economists|observers|critics|many|most|all) ",
        r" to disagree\b",
    ),
    "agreed": (r"\b(?:analysts|experts|economists|observers|critics) ", r" to disagree\b"),
    "agreement": (_NOT_YET, _NOT_KEPT),
    "agreements": (_NOT_YET, _NOT_KEPT),
    "announced": ("", r" (?:the results?|that it had|it had|its results?)\b"),
    "applies": ("", r" for\b"),
    "approved": ("", r" (?:list|version)\b"),
    "closed": ("", r" (?:(?:a |the )?deals?|the gap|doors?|meetings?|sessions?)\b"),
    "considering": ("", r" (?:leaving|quitting|exiting|ending|withdrawing|that)\b"),
    "contract": (
        _NOT_YET,
        rf"{_NOT_KEPT}| (?:development|manufactur\w+|research|sales|organi[sz]ation|production"
        r"|services?|workers?|makers?)\b",
    ),
    "created": ("", r" (?:difficult\w+|problems?|confusion|uncertainty)\b"),
    "deal": (
        rf"{_NOT_YET}|\b(?:great|good|firms|companies|they|we|who) ",
        rf"{_NOT_KEPT}| (?:in|of)\b",
    ),
    "decided": (
        r"\ba ",
        r" (?:not|against|advantage|to (?:delay|postpone|drop|abandon|repeal|scrap|withdraw"
        r"|review))\b",
    ),
    "dissolved": ("", r" (?:substances?|in water|oxygen|solids)\b"),
    "due in": ("", r" part\b"),
    "effective": (
        r"\b(?:an|more|most|less|very|highly|cost|be|so) ",
        r"(?!,? (?:from|as of|on|in|since|immediately|january|february|march|april|may|june|july"
        r"|august|september|october|november|december|\d))",
    ),
    "ended": (rf"{_YEARS}|{_WORN_OUT}", r" (?:speculation|up|with)\b"),
    "entered into": ("", r" (?:force|effect|bankruptcy|talks|negotiations|discussions)\b"),
    "established": (r"\b(?:an|long|well|more|most|already|being) ", r" (?:facts?|practice)\b"),
    "expired": (_WORN_OUT, ""),
    "formed": ("", r" (?:the (?:view|opinion|basis)|an opinion|part|plans)\b"),
    "funds": (
        r"\b(?:the|of|raise|more|its|their|for|from|new|public) ",
        r" (?:are|were|have|had|for|from|will|to|of|in)\b",
    ),
    "held": (
        r"\b(?:widely|shares?|stakes?|stock|being|commonly|firmly|long) ",
        r" (?:back|off|up|by|talks off|that)\b",
    ),
    "implemented": (r"\bbeing ", ""),
    "in effect": (r"(?:^|[.,;:] )", r", "),
    "issued": (
        r"\b(?:tickets?|shares?|bonds?) (?:were |was |have been )?",
        r" (?:shares?|capital|bonds?)\b",
    ),
    "met": (
        r"\b(?:conditions?|criteria|requirements?|needs?|targets?|demand|goals?|deadlines?)"
        r" (?:[\w']+ ){0,2}",
        r" (?:the|its|all|these) (?:conditions?|criteria|requirements?|needs?|targets?|goals?)\b",
    ),
    "open": (
        "",
        r" (?:to (?:criticism|question|debate|doubt|interpretation)|innovation|questions?|source"
        r"|access|letters?|markets?|label|science|data|minded)\b",
    ),
    "opening": (
        r"\b(?:before|until|ahead of|await\w*|planned|for) (?:the |its )?",
        r" (?:remarks?|ceremon\w+|speech\w*|address|price|up|hours)\b",
    ),
    "operating": (
        "",
        r" (?:profits?|income|loss(?:es)?|costs?|expenses?|margins?|compan(?:y|ies)|rooms?"
        r"|systems?|results?|revenues?|earnings|budget)\b",
    ),
    "ordered": ("", r" (?:list|pair|goods|units|doses|more)\b"),
    "pact": (_NOT_YET, _NOT_KEPT),
    "passed": (r"\btime ", r" (?:away|by|without|over|out|on to)\b"),
    "planned": ("", r" econom\w+"),
    "plans": (r"\b(?:pension|health|insurance|savings) ", _GONE),
    "plans to": ("", r" (?:leave|quit|exit|close|drop|abandon|scrap|withdraw|end)\b"),
    "proposal": ("", _GONE),
    "published": (r"\b(?:the|a|its) ", ""),
    "released": ("", r" (?:from|stocks?|prisoners?)\b"),
    "running": ("", r" (?:out|short|costs?|for|late|behind)\b"),
    "runs": ("", r" (?:out|short|to|counter|the risk)\b"),
    "set up": (r"\b(?:the|being) ", r" to fail\b"),
    "settled": ("", r" (?:weather|in|down|on)\b"),
    "signed": (r"\b(?:a|being) ", r" (?:up|off)\b"),
    "submitted": ("", r" (?:applications?|data|results?)\b"),
    "supports": ("", r" (?:for|the idea|the view)\b"),
    "suspended": (
        "",
        r" (?:its|their|all|some) (?:\w+ )?(?:shipments?|sales|production|operations|trials?"
        r"|trading)\b",
    ),
    "suspension": (
        r"\b(?:calls? for|demand\w*|oral|liquid|seek\w*|threat of) (?:the |a )?",
        r" of (?:sales|shipments?|production|trading)\b",
    ),
    "takes effect": ("", r" (?:only|if|when|once)\b"),
    "uses": (
        r"\b(?:medical|other|many|new|various|its|for|of) ",
        r" (?:the word|the term|of|for)\b",
    ),
    "visited": ("", r" by\b"),
}
"""By phrase, what stands just before it and just behind it where it means something else; either
one tells."""

_NOUNS = {
    "approved": r" (?:drugs?|products?|medicines?|generics?|biosimilars?|uses?|plans?)\b",
    "completed": r" (?:applications?|forms?)\b",
    "established": r" (?:compan(?:y|ies)|players?|firms?|brands?|makers?|names?|markets?)\b",
    "selected": r" (?:countries|products|patients|markets|drugs)\b",
}
"""By phrase, the nouns that it only describes: "established players", "an approved drug"."""
_DESCRIBES = re.compile(
    r"(?:^|[.,;:(] |\b(?:the|an?|its|their|other|many|some|most|with|by|of|from|for|and|more"
    r"|newly) )$"
)


_PACTS = frozenset(phrase for phrase, (before, _) in _OTHER.items() if _NOT_YET in before)
_PENDING = frozenset(
    "talk nego seek hopi hope awai expe abse lack draf poss pote prop plan towa pend futu subj "
    "disa in own to grea good firm comp they we who".split()
)
"""How the words begin that tell of no pact yet; most texts have none of them before the phrase."""


def is_another(text: str, phrase: str, at: int, end: int) -> bool:
    """Whether a phrase at ``[at, end)`` of a text in small letters means something else."""
    if phrase not in _OTHER and phrase not in _NOUNS:
        return False
    before, after, noun = _patterns(phrase)
    left, right = text[max(0, at - _BEFORE) : at], text[end : end + _AFTER]
    if after is not None and after.match(right):
        return True
    if noun is not None and noun.match(right) and _DESCRIBES.search(left):
        return True
    if before is None or (
        phrase in _PACTS and _PENDING.isdisjoint([word[:4] for word in left.split()[-6:]])
    ):
        return False
    return before.search(left) is not None


@cache
def _patterns(phrase: str) -> tuple[re.Pattern[str] | None, ...]:
    before, after = _OTHER.get(phrase, ("", ""))
    return (
        re.compile(f"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        re.compile(_NOUNS[phrase]) if phrase in _NOUNS else None,
    )
