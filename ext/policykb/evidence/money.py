"""Currencies as they are written before and behind numbers."""

from __future__ import annotations

from policykb.lazy import lazy

_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "฿": "THB",
    "₫": "VND",
    "₱": "PHP",
    "₺": "TRY",
    "₪": "ILS",
}
_DOLLARS = {"US": "USD", "NT": "TWD", "HK": "HKD", "S": "SGD", "SG": "SGD", "NZ": "NZD"}
_DOLLARS |= {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "R": "BRL"}
CODES = (
    "USD JPY EUR GBP KRW TWD NTD CNY RMB CHF SGD INR NOK SEK DKK AUD CAD HKD NZD BRL THB IDR MYR "
    "PHP VND ZAR RUB TRY ILS SAR AED PLN CZK HUF MXN"
).split()
_SAME = {"RMB": "CNY", "NTD": "TWD", "Rs": "INR", "Rs.": "INR"}
_WORDS = {
    "yen": "JPY",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "won": "KRW",
    "yuan": "CNY",
    "renminbi": "CNY",
    "franc": "CHF",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "rand": "ZAR",
    "peso": "PHP",
    "dirham": "AED",
    "riyal": "SAR",
    "shekel": "ILS",
    "zloty": "PLN",
    "dong": "VND",
    "円": "JPY",
    "ドル": "USD",
    "ユーロ": "EUR",
    "ポンド": "GBP",
    "ウォン": "KRW",
    "元": "CNY",
}
_LANDS = {
    "Taiwan": "TWD",
    "Taiwanese": "TWD",
    "New Taiwan": "TWD",
    "Hong Kong": "HKD",
    "Singapore": "SGD",
    "Australian": "AUD",
    "Canadian": "CAD",
    "New Zealand": "NZD",
    "Danish": "DKK",
    "Norwegian": "NOK",
    "Swedish": "SEK",
    "台湾": "TWD",
    "香港": "HKD",
}
_ITS_OWN = (
    r"(?:US|U\.S\.|American|Japanese|Swiss|Indian|South Korean|Korean|Chinese|British) |米|人民"
)
_LATIN = [word for word in _WORDS if word.isascii()]
_BEFORE = lazy(
    rf"(?<![A-Za-z])(?:(?P<dollar>{'|'.join(sorted(_DOLLARS, key=len, reverse=True))})?"
    rf"(?P<symbol>[{''.join(_SYMBOLS)}])|(?P<code>{'|'.join(CODES)}|Rs\.?)) ?$"
)
_AFTER = lazy(
    r"[ -]?(?:"
    rf"(?:(?P<land>{'|'.join(sorted(_LANDS, key=len, reverse=True))}) ?|{_ITS_OWN})?"
    rf"(?:(?P<word>(?i:{'|'.join(sorted(_LATIN, key=len, reverse=True))}))s?\b"
    rf"|(?P<ja>{'|'.join(word for word in _WORDS if not word.isascii())}))"
    rf"|(?P<code>{'|'.join(CODES)})\b|(?P<symbol>[{''.join(_SYMBOLS)}])(?!\d))"
)
_VERB = lazy(r" (?:by|the|an?|its?|their|his|her|in|on|at|for|over|back|with|from|approval)\b")
_YEAR = lazy(r"(?:1[5-9]|20|21)\d\d$")


def before(text: str, at: int) -> tuple[str | None, int]:
    """The code of the currency written just before an offset and where that begins; (None, ``at``)
    where there is none."""
    if at == 0:
        return None, at
    found = _BEFORE().search(text[max(0, at - 6) : at])
    if found is None:
        return None, at
    start = max(0, at - 6) + found.start()
    if found["code"]:
        return _SAME.get(found["code"], found["code"]), start
    symbol, dollar = found["symbol"], found["dollar"]
    return (_DOLLARS[dollar] if dollar and symbol == "$" else _SYMBOLS[symbol]), start


def after(text: str, number: int, at: int) -> tuple[str | None, int]:
    """The code of the currency written just behind a number at ``text[number:at]``, and where that
    ends; (None, ``at``) where there is none. "2024 won by" is no currency."""
    found = _AFTER().match(text, at)
    if found is None:
        return None, at
    word = (found["word"] or found["ja"] or "").lower()
    if (
        word in ("won", "pound", "rand")
        and not text[at - 1].isalpha()
        and (_VERB().match(text, found.end()) or _YEAR().search(text[number:at]))
    ):
        return None, at
    if found["code"]:
        return _SAME.get(found["code"], found["code"]), found.end()
    if found["symbol"]:
        return _SYMBOLS[found["symbol"]], found.end()
    return _LANDS[found["land"]] if found["land"] else _WORDS[word], found.end()
