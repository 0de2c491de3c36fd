"""Languages: BCP 47 tags of a language, an optional script and an optional region."""

from __future__ import annotations

import re

from policykb.values.base import BadValue, ValueType

ACCEPTED = "a language tag such as en, ja or en-GB"

_TAG = re.compile(r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
_NAMES = {
    "english": "en",
    "japanese": "ja",
    "chinese": "zh",
    "korean": "ko",
    "french": "fr",
    "german": "de",
    "jp": "ja",
    "jpn": "ja",
    "eng": "en",
    "cn": "zh",
}


def parse(text: str) -> str:
    """The tag itself. Raises `BadValue`, with a mend for a language named in words."""
    match = _TAG.fullmatch(text)
    if match and (len(match[1]) == 3 or match[1] in _CODES) and text not in _NAMES:
        return text
    parts = text.replace("_", "-").split("-")
    mend = "-".join(
        part.lower() if at == 0 else part.title() if len(part) == 4 else part.upper()
        for at, part in enumerate(parts)
    )
    mend = _NAMES.get(text.lower(), mend)
    good = _TAG.fullmatch(mend)
    known = good is not None and good[1] in _CODES and mend != text
    raise BadValue("it is not a language tag", ACCEPTED, mend if known else None)


LANGUAGE = ValueType(
    "language", ACCEPTED, parse, str, {"type": "string", "pattern": f"^{_TAG.pattern}$"}
)
