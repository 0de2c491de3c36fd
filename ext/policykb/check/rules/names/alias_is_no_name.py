"""An alias is a description, not a name."""

import re

from policykb.check.rules.names.alias_of_another import aliases, span_of
from policykb.check.rules.rule import Entry, Findings, Severity, finds

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ARTICLE = frozenset(
    "the a an this that these those its their our both all such said each every".split()
)
_COMMON = frozenset(
    "agency agreement alliance association authority board body bureau company companies council "
    "country delegation department deal department document event facility firm firms fund "
    "government group industry institute it joint law manufacturer manufacturers measure meeting "
    "member members ministry minister office official officials organization organization "
    "organizations organizations parent partner partners party parties plan plant plants policy "
    "product products program programme programs project regulator scheme side source strategy "
    "subsidiary they two three four five six seven eight nine ten venture wholesaler".split()
)

_JAPANESE = re.compile(
    """(?:同|両|各|当|当該|本|弊|貴|御|該|前記|上記|この|その|これらの)*  # "the same", "our"
    (?:社|会社|企業|法人|団体|組織|機関|省|省庁|庁|局|当局|部|課|国|政府|委員会|協会|学会|大臣
    |研究所|大学|病院|工場|製品|事業|制度|計画|戦略|政策|法|法律|法案|基金|補助金|プログラム
    |グループ|メーカー|者|氏)(?:等|ら|など)?                              # "and others"
    """,
    re.VERBOSE,
)


@finds("PKB503", Severity.ERROR, where="aliases")
def rule(entry: Entry) -> Findings:
    """An alias must be able to stand for the record outside its page."""
    for alias in aliases(entry):
        if not is_name(alias):
            yield rule.in_record(
                entry,
                span_of(entry, alias),
                f"{entry.name} goes by “{alias}”, which could be said of many",
                field="aliases",
                help="remove it; where a quotation says it of this record, write "
                f'“:shows: … = "{alias}"” in that evidence',
            )


def is_name(alias: str) -> bool:
    """Whether an alias is a name: not only common words, and not an article with words in small
    letters, nor a Japanese word for one spoken of before (同社)."""
    words = _WORD.findall(alias)
    if not words:
        return False
    lower = [word.lower() for word in words]
    if all(word in _COMMON or word in _ARTICLE or word.isdigit() for word in lower):
        return False
    if lower[0] in _ARTICLE and words[-1].islower():
        return not all(word.islower() or _is_adjective(word) for word in words[1:])
    return alias.isascii() or not _JAPANESE.fullmatch(alias.strip())


def _is_adjective(word: str) -> bool:
    """Whether a word tells of a country, as “Japanese”."""
    from policykb.values.reading.countries import adjectives

    return word in adjectives()
