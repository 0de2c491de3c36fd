"""Countries as places, for ``territory``, ``geography`` and ``jurisdiction``.

A country is named as a place where a text speaks of it, not where it sets it apart ("outside
Japan"), describes a firm, a currency or a thing by it ("the Japanese company", "US dollars"), or
names something else with it ("Bank of Japan").
"""

from __future__ import annotations

from policykb.evidence.countries import Place, places
from policykb.evidence.document.quotation import Quotation
from policykb.evidence.names import NameIndex, within
from policykb.text.lazy import lazy

_BEFORE, _AFTER = 80, 50
"""How much of a text around a country's word is looked at."""
_ENOUGH = 24
"""How much of it behind the word, and half of what before it, mostly tells."""
_LIST = r"(?:(?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?(?:, (?:and |or )?| and | or ))*"
_ALL_BUT = r"(?:everywhere|anywhere|all|every\w*)(?: [\w-]+){0,3} but(?: in| for)?"
_NOT_COVERED = r"(?:not|\w{2,7}n't) (?:\w+ )?(?:cover|include|extend to|reach|apply (?:to|in))"
_NO_RIGHTS = (
    r"(?:no|lost|los(?:es?|ing)|lacks?|lacking|gave up|surrendered|waived|relinquished|returned"
    r"|sold) (?:[\w-]+ ){0,3}(?:rights?|licen[cs]es?) (?:in|to|for)"
)
_APART = lazy(
    r"(?:\b(?:non|ex)[- ]|\bexcl\.? |\b(?i:outside|outside of|exclud(?:es?|ed)|except|except in"
    r"|except for|excluding|other than|beyond|without|not|not in|not for|apart from|aside from|save"
    r"|save for|minus|bar|barring|unlike|rather than|the exception of|instead of"
    rf"|{_ALL_BUT}|{_NOT_COVERED}|{_NO_RIGHTS})(?: the)? ){_LIST}(?:the )?$"
)
_SIGNS = frozenset(
    "non ex outside except excluding other beyond without not apart aside save minus bar barring "
    "unlike rather exception instead exclude excludes excluded excl excl. but no lost lose loses "
    "losing lack lacks lacking gave surrendered waived relinquished returned sold".split()
)
"""The words one of which stands in whatever sets a country apart; most texts have none of them."""
_LEFT_OUT = lazy(
    r"\)?,? (?:(?:is|was|are|being) )?(?:excluded|excepted|aside|not included|apart)\b"
)
_FIRM = (
    r"(?:'s)?(?: (?!government|ministry|regulator|market|sales|law|policy)[a-z][\w-]*){0,3}?"
    r" (?:company|firm|group|corporation|conglomerate|start-?up|venture|multinational|business"
    r"|giant|specialist|(?:drug)?maker|manufacturer|developer|producer|wholesaler|distributor"
    r"|supplier|provider|biotech|leader|player)\b"
)
_DESCRIBED = lazy(
    r"(?:'s)? (?:dollars?|yen|won|francs?|pounds?|rupees?|krone|krona|hamsters?"
    r"|encephalitis|measles|flu|elm|whiske?y|cheese|fries|baths?|peppers?|meat|sandwich(?:es)?|cattle"
    rf"|pigs?|architecture|shepherds?)\b|[$]| ?\d|-(?!wide\b|only\b)[a-z]|{_FIRM}"
)
"""What follows where a country only describes: things called after it, its currency, a firm."""
_NAMED_AFTER = lazy(r" (?:[A-Z][a-z]|of [A-Z])")
_NAME_OF = lazy(
    r"\b(?:Banks?|Captain|Gulf|Sea|Voice|Air|Michael|Bank of the) (?:of )?$|[Ss]tate of $"
)
_OWN_FIRM = lazy(r"'s [A-Z]")
_LAID_ON = lazy(
    r"\b(?:on|against|to|towards?|for|at|from|upon|hits?|affects?|targets?"
    r"|(?:firms?|companies|goods|imports|exports|products|plants) (?:in|of))"
    rf"(?: the)? {_LIST}(?:the )?$"
)
"""What stands before a country that a policy of another is laid on."""
_MADE_FOR = lazy(
    r"(?:\b(?i:plans?|polic(?:y|ies)|strateg(?:y|ies)|laws?|acts?|bills?|codes?|rules|regulations?"
    r"|programmes?|programs?|guidelines?|decrees?|ordinances?|roadmaps?|frameworks?|standards?) for"
    r"|\b(?:binding (?:on|for|upon)|appl(?:y|ies|ied|icable|ying) to|valid for|in force for))"
    rf"(?: the)? {_LIST}(?:the )?$"
)
"""What stands before a country that has a policy: "Heat Plan for Norway", "applies to Norway"."""
_BURDEN = lazy(
    r"\b(?i:tariffs?|dut(?:y|ies)|lev(?:y|ies)|sanctions?|bans?|embargo\w*|quotas?|surcharges?"
    r"|restrictions?|imports?|exports?)\b|(?:\b(?:US|U\.S\.|EU|UK|[A-Z]\w+(?:ese|ish|[ai]an|ch))"
    r"|\b(?!Ministr|Commission|Agency|Government|Department|Parliament)[A-Z]\w+'s)"
    rf" (?:[\w-]+ ){{0,3}}for (?:the )?{_LIST}(?:the )?$"
)
"""What is laid on others, and whose it is where that is said: "the US plan for Japan"."""
_WORLD_OTHER = lazy(
    r"\b(?i:developing|third|first|second|new|old|arab|western|business|academic|modern|ancient"
    r"|rest of the|parts? of the|the world of)[ -]$"
)
_WORLD_THING = lazy(rf"-| [A-Z]| (?:wars?|of|cup|known|renowned|leading|view)\b|{_FIRM}")


def is_named(quote: Quotation, code: str, names: NameIndex, field: str) -> bool:
    """Whether a quotation names a country as a place, the words around it in its source read with
    it. What is laid *on* a country does not show whose jurisdiction it is."""
    text = quote.names
    found = _named(text, 0, len(text), code, names, field)
    if found is None:
        return False
    if found.at >= 2 * _ENOUGH and found.end + _ENOUGH <= len(text):
        return True
    return any(
        _named(wide, low, high, code, names, field) is not None
        for wide, low, high in quote.wide_names
    )


def _named(text: str, low: int, high: int, code: str, names: NameIndex, field: str) -> Place | None:
    for place in places(text, code):
        if low <= place.at and place.end <= high and _is_meant(text, place, code, field):
            longer = names.longer(place.word)
            if not any(within(text, other, place.at, place.end) for other in longer):
                return place
    return None


def _is_meant(text: str, place: Place, code: str, field: str) -> bool:
    before = text[max(0, place.at - _BEFORE) : place.at]
    after = text[place.end : place.end + _AFTER]
    if _is_apart(before):
        return False
    if after[:1] in " ,)" and _LEFT_OUT().match(after):
        return False
    if code == "WORLD":
        return not (_WORLD_THING().match(after) or _WORLD_OTHER().search(before))
    if place.word == "European" or (before[-4:-1] != " in" and _NAME_OF().search(before[-20:])):
        return False
    if after[:1] in " -'$0123456789":
        if _DESCRIBED().match(after) or (not place.adjectival and _NAMED_AFTER().match(after)):
            return False
        if field != "jurisdiction" and _OWN_FIRM().match(after):
            return False
    return field != "jurisdiction" or _is_own(before)


def _is_own(before: str) -> bool:
    """Whether a policy is not laid on the country behind a text, or is made for it."""
    return _LAID_ON().search(before) is None or (
        _MADE_FOR().search(before) is not None and not _BURDEN().search(before)
    )


def _is_apart(before: str) -> bool:
    """Whether what stands before a country sets it apart."""
    if before.endswith(" in "):
        word = before[:-4].rpartition(" ")[2].lower()
        if word not in ("rights", "right", "licence", "licences", "but", "apply"):
            return word in ("not", "except", "than")
    signs = before.lower().replace("-", " ").replace("(", " ").replace("n't", " not").split()
    return not _SIGNS.isdisjoint(signs) and _APART().search(before) is not None
