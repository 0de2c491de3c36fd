"""The closed vocabularies. Values may be added, none renamed.

What shows a value in a quotation is knowledge of a language: see ``text/data/languages``.
``future`` names the values that speak of what is to come: *to* or *will* unsays none of them.
"""

from policykb.values.term import Vocabulary

SOURCE_NATURE = Vocabulary(
    "nature", "press-release digest trade-news translated-summary association-news official".split()
)
PARAGRAPHS = Vocabulary("paragraphs", "blank-line line".split())
ORG_KIND = Vocabulary(
    "kind", "company ministry agency association institute government other".split()
)
ALLIANCE_KIND = Vocabulary(
    "kind", "licensing distribution equity-stake manufacturing research cooperation".split()
)
PRODUCT_KIND = Vocabulary("kind", "originator biosimilar generic substance other".split())
EVENT_KIND = Vocabulary(
    "kind",
    "delegation meeting selection approval settlement launch conference report order other".split(),
)
BOUND = Vocabulary("bound", "exact about at-least more-than projected".split())
POLICY_STATUS = Vocabulary(
    "policy status",
    "proposed in-preparation adopted in-force suspended ended".split(),
    future="in-preparation proposed".split(),
)
PROGRAM_STATUS = Vocabulary(
    "program status", "planned open running closed".split(), future="planned".split()
)
ALLIANCE_STATUS = Vocabulary(
    "alliance status",
    "proposed agreed established operating ended".split(),
    future="proposed".split(),
)
EVENT_STATUS = Vocabulary(
    "event status", "planned held cancelled".split(), future="planned".split()
)
