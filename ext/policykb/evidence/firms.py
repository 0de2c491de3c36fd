"""Patterns for what a firm or body is called, for ``homes``: any noun in the singular.

A list of kinds would be drawn from one trade. So whatever stands in small letters may describe,
save words that break the link to the country and things that no record is ("Japanese market").
"""

from __future__ import annotations

_BREAKS = (
    "of in on at to for by with from via through and or as that which where when who is was "
    "are were has have had will its their than but not no never the a an this these those it "
    "he she they we after before while since if once so then also into over under against "
    "between among amid about per during without like such including would could may might "
    "can should must do does did be been being said says told former formerly foreign "
    "overseas imported market markets other hit met sued cut sold bought sent won lost made "
    "took gave saw got put police people staff let led set paid held kept left chose beat "
    "found sought hurt want wants tariff"
).split()
"""Words that break the link between a country's word and a name: "the Japanese market, where"."""
_THINGS = (
    "government court judge jury minister official lawmaker senator panel study law report rule "
    "plan policy deal order approval support help backing money funding aid consent pressure "
    "permission demand market sale share stock price decision request case time trial patent "
    "import export"
).split()
"""What no firm or body is, where its name follows: "under US law Amgen"."""
_PLURAL = (
    r"(?!(?:generics|fisheries|railways|savings|sports|systems|telecoms|plastics|news|arms|services"
    r"|communications|pharmaceuticals|materials|goods|chemicals|metals|foods|oils|works|waterways"
    r"|roads|airways|textiles|batteries|utilities|biologics|medicines|drugs|vaccines|ships|ports)\b)"
    r"[a-z-]*[b-hj-rtv-z](?<!ic)s\b"
)
LIGHT = rf"(?:(?!(?:{'|'.join(_BREAKS)})\b)[a-z][\w-]*|CDMO|CMO|CRO|IT|AI)"
"""A word that describes."""
_WORD = rf"(?!{_PLURAL})(?:{LIGHT}(?<!ly)|NGO)"
_NOUN = (
    rf"(?!(?:{'|'.join(_THINGS)})(?![\w-])){_WORD}(?<!ing)"
    r"(?:(?<!ed)|(?<=-owned)|(?<=-listed)|(?<=-backed)|(?<=-controlled))"
)
ANY = rf"(?:{_WORD} ){{0,4}}?{_NOUN}"
"""What a firm or body may be called: "road and waterways agency", "state-owned"."""
_JOINED = rf"(?:{_WORD} (?:and (?={_WORD} ))?){{0,5}}?{_NOUN}"
LARGE = (
    rf"(?:{_WORD} ){{1,2}}and (?:{_WORD} ){{1,2}}(?:group|company|firm|agency|operator|maker|giant"
    r"|conglomerate|business)"
)
"""As "oil and gas company"."""
SEVERAL = (
    rf"(?:{LIGHT} ){{0,4}}?(?!(?:import|export|right|rule|tariff|partner|supplier|customer|rival"
    rf"|critic|investor|opponent)s\b){LIGHT}(?<=s)"
)
"""Several firms or bodies: "largest utilities"."""
ANY_IN_APPOSITION = rf"(?:-based|-headquartered)? {_JOINED}\b(?!['-]| [A-Z])"
HEADS = (
    r"(?:second-|third-|fourth-)?(?:largest|biggest|leading|oldest|main|only|national) (?:and )?"
    rf"(?:{_WORD} ){{0,3}}?(?!(?:investor|supplier|importer|distributor|seller|employer|player"
    rf"|exporter|partner|customer|lender|buyer|taxpayer)\b){_NOUN}"
)
"""As "the largest utility", of those that are at home where they are the largest."""
JAPANESE_KIND = (
    r"[^\W\d_a-zA-Z\u3041-\u3096]{0,8}?(?:企業|会社|大手|最大手|メーカー|銀行|公社|機関|国営|国有"
    r"|政府系|商社|財団|団体|当局)"
)
