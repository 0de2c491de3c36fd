"""Who holds a product: the company that the text says it is of, makes it or sells it as its own.

A company and a product in one sentence are not enough: "products like Qdenga", "Takeda's rival
Qdenga" and "Qdenga is made by Amgen for Takeda" name a company that does not hold it. So the
product is named, and what stands between the two names is one of a few shapes.
"""

from __future__ import annotations

from collections.abc import Sequence

from policykb.evidence.names import near
from policykb.lazy import lazy

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
    r"|Holdings|Group|Biotech|Therapeutics)){0,3}"
)
_MADE = (
    r"(?:made|developed|owned|held|produced|originated|manufactured|marketed|sold|launched"
    r"|invented)"
)
_MAKER = r"(?:maker|owner|holder|developer|originator|manufacturer|marketer|inventor)"
_SELLS = (
    r"(?:launche[sd]|market(?:s|ed)|sells|sold|makes|made|owns|owned|holds|held|develop(?:s|ed)"
    r"|introduce[sd]|(?:owns|holds|held|owned) (?:the )?rights to"
    r"|(?:won|gained|received|obtained|got) (?:\w+ )?approval (?:for|of))"
)
_LEADS = lazy(
    rf"{_FIRM}(?:'s|') (?:(?:{_WORD} ){{0,4}}?(?:for|of) its )?{_GOOD}"
    rf"|{_FIRM} (?:{_PLAIN} ){{0,4}}?{_GOODS},? {_CODE}\(?{_BESIDE}"
    rf"|-(?:made|developed|owned|originated) {_GOOD}"
    rf"|{_FIRM}(?:,? which)? (?:has |have |also |recently |now ){{0,3}}{_SELLS}"
    rf"(?: its| a| an| the)?(?: own| new)? {_GOOD}"
    rf"|{_FIRM}(?:,| is| was) (?:the )?{_MAKER} of (?:the )?{_GOOD}"
)
"""What stands between a holder and its product: "Takeda's dengue vaccine Qdenga"."""
_FOLLOWS = lazy(
    rf"[®™℠]?(?: \([^)]{{0,60}}\))?,?(?: which)?(?: is| are| was| were)?"
    rf"(?:,? (?:an?|the) (?:{_WORD} ){{0,5}}?{_GOODS},?)?(?: (?:jointly |now )?{_MADE})?"
    r" (?:by|from|of) (?:the )?(?:[\w'-]+ ){0,3}?"
    r"|[®™℠]? [(\[](?:[^)\]]{0,60}, )?|[®™℠]? - |/"
    rf"|[®™℠]?(?:'s)? {_MAKER},? "
)
"""What stands between a product and its holder: "Qdenga, a vaccine from Takeda"."""
_IS_OF = lazy(r",? (?:is |was )?$")
_GOODS_OF = lazy(rf"(?:'s|') (?:{_WORD} ){{0,5}}?{_GOODS}\b")
_ENDS = lazy(
    rf"{_FIRM}(?:$|[.,;:!?)\]/\"](?! (?:for|held|owned|on behalf)\b)| - | \("
    r"| (?:in|on|to|at|as|and|or|&|but|with|that|which|who|is|was|are|were|has|have|had|will"
    r"|since|after|before|last|this|next|today|yesterday|then|now|while|when|where)\b)"
)
"""What follows a holder: nothing that makes the name another's ("from Takeda's rival")."""
_PRODUCT_ENDS = lazy(
    r"(?!-\w|[®™℠]? (?:rivals?|competitors?|challengers?|copy|copies|alternatives?)\b)"
)
_FOR_ANOTHER = lazy(r"[^.;]{0,40}? (?:for [A-Z]|on behalf of|under contract|under licen[cs]e)")
_LIKENED = lazy(
    r"\b(?:of|with|to|like|as|for|over|than|unlike|versus|vs\.?|against|not|no)(?: the)? $",
)


def holds(text: str, at: int, end: int, products: Sequence[tuple[int, int]]) -> bool:
    """Whether the name at ``[at, end)`` stands as the holder of the product named at one of
    ``products``."""
    for start, stop in near(products, at - _REACH, end + _NEAR):
        if end <= start <= end + _NEAR:
            if (
                _LEADS().fullmatch(text[end:start])
                and _PRODUCT_ENDS().match(text, stop)
                and not _FOR_ANOTHER().match(text[stop : stop + 60])
            ):
                return True
        elif stop <= at <= stop + _NEAR and not _LIKENED().search(text[max(0, start - 16) : start]):
            between, after = text[stop:at], text[end : end + 60]
            if _IS_OF().match(between) and _IS_OF().fullmatch(between):
                if _GOODS_OF().match(after):
                    return True
            elif (
                _FOLLOWS().fullmatch(between)
                and _ENDS().match(after)
                and not _FOR_ANOTHER().match(after)
            ):
                return True
    return False
