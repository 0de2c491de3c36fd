"""The words for countries, by code: ISO 3166-1 alpha-2, with EU, UN, XK (Kosovo) and WORLD.

Those of `country_words.tsv` are kept by hand: the first English name is the one displayed, and a
name that is also an ordinary word or another place (Georgia, Jordan, Chad) is kept, since
recognition looks at the words beside it. Names in other languages come from CLDR.
"""

from collections.abc import Mapping

from policykb.text.language import rows


def _column(at: int) -> Mapping[str, tuple[str, ...]]:
    """The words of a column, by code."""
    return {row[0]: tuple(filter(None, row[at].split("|"))) for row in rows("country_words")[1:]}


NAMES = _column(1)
"""Code to its English names."""
ADJECTIVES = _column(2)
"""Code to its English adjectives and words for its people."""
JAPANESE = _column(3)
"""Code to the Japanese names that are usual beside those of CLDR."""
