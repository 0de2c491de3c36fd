"""Who holds a product: the company that the text says it is of, makes it or sells it as its own.

A company and a product in one sentence are not enough: "products like Qdenga", "Takeda's rival
Qdenga" and "Qdenga is made by Amgen for Takeda" name a company that does not hold it. So the
product is named, and what stands between the two names is one of a few shapes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policykb.evidence.names import near
from policykb.text.lazy import lazy
from policykb.values.country_names import NAMES

_NEAR = 160
_REACH = 400
"""How far names are looked for, behind and before (which counts from where they begin)."""
_GOODS = (
    r"(?:biosimilars?|bio-similars?|products?|drugs?|generics?|brands?|vaccines?|injections?"
    r"|medicines?|therap(?:y|ies)|treatments?|antibod(?:y|ies)|biologics?|originators?"
    r"|substances?|tablets?|formulations?|candidates?)"
)
_OTHER = (
    r"(?!(?:rival|competitor|answer|challenger|partner|alternative|equivalent|copy|version|like|and"
    r"|or|of|in|on|to|for|by|with|as|such|that|which|not|than|from|over|against|about|at|an?|the)s?\b)"
)
_WORD = rf"{_OTHER}[a-z0-9][\w-]*"
_PLAIN = rf"{_OTHER}(?!{_GOODS})[a-z0-9][\w-]*(?<!ed)(?<!ing)(?<!s)"
"""A word that describes: no verb, no plural, no thing of its own."""
_CODE = r"(?:[A-Z]{2,}[-\d]\w* )?"
_BESIDE = r"(?:[A-Z][\w-]*(?:, | and |, and ))*"
_GOOD = rf"(?:(?:{_WORD} ){{0,5}}?{_GOODS},? |(?:{_PLAIN} ){{0,2}}?){_CODE}\(?{_BESIDE}"
_FIRM = (
    r"(?: (?:Pharmaceuticals?|Pharma|Company|Corporation|Corp\.?|Co\.,?|Inc\.?|Ltd\.?|Limited|plc"
    r"|Holdings|Group|Biotech|Therapeutics|A/S|AS|ASA|AB|AG|SA|SE|NV|BV|GmbH|SpA|Oyj?|KK|LLC)){0,3}"
)
_MADE = (
    r"(?:made|developed|owned|held|produced|originated|manufactured|marketed|sold|launched"
    r"|invented)"
)
_MAKER = r"(?:maker|owner|holder|developer|originator|manufacturer|marketer|inventor)"
_SELLS = (
    r"(?:launche[sd]|market(?:s|ed)|sells|sold|makes|made|owns|owned|holds|held|develop(?:s|ed)"
    r"|introduce[sd]|manufacture[sd]|produce[sd]|suppl(?:ies|ied)|is (?:now )?developing"
    r"|(?:owns|holds|held|owned) (?:the )?rights to|(?:owns|holds|held|has|owned)"
    r" (?:the |a |its )?(?!no )(?:[a-z]+ ){0,2}(?:authori[sz]ation|patents?|approval) (?:for|on|of)"
    r"|(?:won|gained|received|obtained|got|secured) (?:[\w-]+ ){0,2}"
    r"(?:approval|authori[sz]ation|clearance) (?:for|of))"
)
_NO_RIVAL = r"(?![^。、]{0,8}(?:競合|競争|ライバル|類似|後発|対抗|ではな))"
_LEADS = lazy(
    rf"{_FIRM}(?:'s|') (?:(?:{_WORD} ){{0,4}}?(?:for|of) its )?{_GOOD}"
    rf"|{_FIRM} (?:{_PLAIN} ){{0,4}}?{_GOODS},? {_CODE}\(?{_BESIDE}"
    rf"|-(?:made|developed|owned|originated) {_GOOD}"
    rf"|{_FIRM}(?:,? which)? (?:has |have |also |recently |now ){{0,3}}{_SELLS}"
    rf"(?: its| a| an| the)?(?: own| new)? {_GOOD}"
    rf"|{_FIRM} (?:said|says|announced)(?: on [A-Z]\w+)?(?: that)? its (?:own |new )?{_GOOD}"
    rf"|{_FIRM}(?:,| is| was) (?:the )?{_MAKER} of (?:the )?{_GOOD}"
)
"""What stands between a holder and its product: "Takeda's dengue vaccine Qdenga"."""
_FOLLOWS = lazy(
    rf"[®™℠]?(?: \([^)]{{0,60}}\))?,?(?: which)?(?: is| are| was| were)?"
    rf"(?:,? (?:an?|the) (?:{_WORD} ){{0,5}}?{_GOODS},?)?"
    rf"(?: (?:jointly |now )?{_MADE}(?: and {_MADE})?)?"
    r" (?:by|from|of) (?:the )?(?:[\w'-]+ ){0,3}?"
    r"|[®™℠]? [(\[](?:[^)\]]{0,60}, )?|[®™℠]? - |/"
    r"|[®™℠]? belongs to (?:the )?|[®™℠]?\((?:[^)]{0,20}[、,:])?"
)
"""What stands between a product and its holder: "Qdenga, a vaccine from Takeda"."""
_MAKER_OF = lazy(rf"[®™℠]?(?:'s)? {_MAKER},? ")
"""What stands between a product and its holder in "Qdenga maker Takeda"."""
_JAPANESE_LEADS = lazy(
    rf"の{_NO_RIVAL}[^。、A-Z]{{0,16}}"
    rf"|が(?:自社)?(?:販売|製造|開発|発売|展開|創製)(?:し|する|した|している|中の){_NO_RIVAL}"
    r"[^。、A-Z]{0,16}"
)
_JAPANESE_SUBJECT = lazy(rf"[はが]、?(?:[^。、]{{0,20}}、)?{_NO_RIVAL}[^。、A-Z]{{0,20}}")
_JAPANESE_SELLS = lazy(
    r"[」』]?(?:を[^。]{0,20}?(?:発売|販売|開発|製造|展開)"
    r"|(?:の|が)[^。]{0,16}?承認を?(?:取得|受け|得))(?!し?(?:てい)?な)"
)
"""As 武田薬品のQdenga, 武田薬品はQdengaを発売した."""
_IS_OF = lazy(r",? (?:is |was )?$")
_GOODS_OF = lazy(rf"(?:'s|') (?:{_WORD} ){{0,5}}?{_GOODS}\b")
_ENDS = lazy(
    rf"{_FIRM}(?:$|[.,;:!?)\]/\"](?! (?:for|held|owned|on behalf)\b)| - | \("
    r"| for (?!(?:the )?[A-Z])| (?:in|on|to|at|as|and|or|&|but|with|that|which|who|is|was|are|were"
    r"|has|have|had|will|since|after|before|last|this|next|today|yesterday|then|now|while|when|where)\b)"
)
"""What follows a holder: nothing that makes the name another's ("from Takeda's rival")."""
_PRODUCT_ENDS = lazy(
    r"(?!-\w|[®™℠]? (?:rivals?|competitors?|challengers?|copy|copies|alternatives?)\b)"
)
_NO_OTHER = lazy(
    r"(?! (?:rivals?|competitors?|partners?|critics?|units?|subsidiar(?:y|ies)|suppliers?"
    rf"|customers?)\b| {_GOODS}\b| [A-Z]|['-])"
)
"""What does not follow the holder in "Qdenga maker Takeda"."""
_TO = lazy(r"(?: \([^)]{0,40}\))? to (?:the )?(?=[A-Z])")
"""What follows a product, or who has sold it, where another gets it."""
_FOR_ANOTHER = lazy(r"[^.;]{0,40}? (?:for [A-Z]|on behalf of|under contract|under licen[cs]e)")
_LIKENED = lazy(
    r"\b(?:of|with|to|like|as|for|over|than|unlike|versus|vs\.?|against|not|no)(?: the)? $",
)


def holds(text: str, at: int, end: int, products: Sequence[tuple[int, int]]) -> bool:
    """Whether the name at ``[at, end)`` stands as the holder of the product named at one of
    ``products``."""
    for start, stop in near(products, at - _REACH, end + _NEAR):
        if end <= start <= end + _NEAR:
            if _leads(text, end, start, stop):
                return True
        elif (
            stop <= at <= stop + _NEAR
            and not _LIKENED().search(text[max(0, start - 16) : start])
            and _follows(text, stop, at, end)
        ):
            return True
    return False


def _leads(text: str, end: int, start: int, stop: int) -> bool:
    """As "Takeda's vaccine Qdenga", where the company ends at ``end`` and the product begins at
    ``start``."""
    between, after = text[end:start], text[stop : stop + 60]
    if between[:1] > "\u3000":
        if _JAPANESE_LEADS().fullmatch(between):
            return True
        return bool(_JAPANESE_SUBJECT().fullmatch(between) and _JAPANESE_SELLS().match(after))
    return bool(
        _LEADS().fullmatch(between)
        and _PRODUCT_ENDS().match(text, stop)
        and not _FOR_ANOTHER().match(after)
        and not _goes_to_another(after)
    )


def _follows(text: str, stop: int, at: int, end: int) -> bool:
    """As "Qdenga, a vaccine from Takeda", where the product ends at ``stop``."""
    between, after = text[stop:at], text[end : end + 60]
    if _IS_OF().fullmatch(between):
        return _GOODS_OF().match(after) is not None
    if _MAKER_OF().fullmatch(between):
        return _NO_OTHER().match(after) is not None
    return bool(
        _FOLLOWS().fullmatch(between)
        and _ENDS().match(after)
        and not _FOR_ANOTHER().match(after)
        and not _goes_to_another(after)
    )


def _goes_to_another(after: str) -> bool:
    """Whether a product is sold on: "sold Qdenga to Amgen", not "supplies Qdenga to Brazil"."""
    found = _TO().match(after)
    return found is not None and not after.startswith(_countries(), found.end())


@cache
def _countries() -> tuple[str, ...]:
    return tuple(word for words in NAMES.values() for word in words)
