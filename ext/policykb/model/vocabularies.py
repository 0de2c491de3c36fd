"""The closed vocabularies: each value with the phrases that show it in a quotation.

Values may be added, none renamed. A phrase shows its value as a whole phrase, whatever its case.
``future`` names the values that speak of what is to come: only for them may *to*, *will* or *not*
stand just before the phrase.
"""

from policykb.values.term import Vocabulary

SOURCE_NATURE = Vocabulary(
    "nature",
    {
        "press-release": (),
        "digest": (),
        "trade-news": (),
        "translated-summary": (),
        "association-news": (),
        "official": (),
    },
)
PARAGRAPHS = Vocabulary("paragraphs", {"blank-line": (), "line": ()})

ORG_KIND = Vocabulary(
    "kind",
    {
        "company": (),
        "ministry": (),
        "agency": (),
        "association": (),
        "institute": (),
        "government": (),
        "other": (),
    },
)
ALLIANCE_KIND = Vocabulary(
    "kind",
    {
        "licensing": (),
        "distribution": (),
        "equity-stake": (),
        "manufacturing": (),
        "research": (),
        "cooperation": (),
    },
)
PRODUCT_KIND = Vocabulary(
    "kind", {"originator": (), "biosimilar": (), "generic": (), "substance": (), "other": ()}
)
EVENT_KIND = Vocabulary(
    "kind",
    {
        "delegation": (),
        "meeting": (),
        "selection": (),
        "approval": (),
        "settlement": (),
        "launch": (),
        "conference": (),
        "report": (),
        "order": (),
        "other": (),
    },
)
BOUND = Vocabulary(
    "bound", {"exact": (), "about": (), "at-least": (), "more-than": (), "projected": ()}
)

POLICY_STATUS = Vocabulary(
    "policy status",
    {
        "proposed": (
            "proposed",
            "proposes",
            "propose",
            "proposal",
            "suggested",
            "suggests",
        ),
        "in-preparation": (
            "in preparation",
            "being prepared",
            "being developed",
            "being drafted",
            "be developed",
            "be drafted",
            "be prepared",
            "be compiled",
            "be investigated",
            "be promoted",
            "be reinforced",
            "will develop",
            "will establish",
            "will discuss",
            "intends to",
            "plans to",
            "drafting",
            "preparing",
        ),
        "adopted": (
            "adopted",
            "approved",
            "enacted",
            "passed",
            "decided",
            "signed",
            "given the go-ahead",
        ),
        "in-force": (
            "in force",
            "in effect",
            "took effect",
            "takes effect",
            "effective",
            "implemented",
            "applies",
        ),
        "suspended": ("suspended", "on hold", "paused"),
        "ended": ("ended", "expired", "repealed", "abolished", "withdrawn", "terminated"),
    },
    future=("proposed", "in-preparation"),
)
PROGRAM_STATUS = Vocabulary(
    "program status",
    {
        "planned": ("planned", "plans", "planning", "will open", "will launch", "to be launched"),
        "open": (
            "open",
            "opened",
            "accepting applications",
            "accepts applications",
            "accepted for",
            "call for applications",
        ),
        "running": (
            "running",
            "under way",
            "underway",
            "in operation",
            "supports",
            "supported by",
            "funds",
            "funded by",
            "finances",
            "financed by",
        ),
        "closed": ("closed", "ended", "expired", "wound up", "completed"),
    },
    future=("planned",),
)
ALLIANCE_STATUS = Vocabulary(
    "alliance status",
    {
        "proposed": (
            "proposed",
            "proposes",
            "propose",
            "proposal",
            "plans",
            "planned",
            "considering",
        ),
        "agreed": (
            "agreed",
            "agree",
            "agrees",
            "agreement",
            "agreements",
            "signed",
            "entered",
            "deal",
            "pact",
        ),
        "established": (
            "established",
            "formed",
            "founded",
            "set up",
            "incorporated",
            "acquired",
            "created",
        ),
        "operating": (
            "operating",
            "operates",
            "in operation",
            "started operations",
            "uses",
            "runs",
        ),
        "ended": ("ended", "dissolved", "terminated", "wound up", "expired"),
    },
    future=("proposed",),
)
EVENT_STATUS = Vocabulary(
    "event status",
    {
        "planned": (
            "planned",
            "plans",
            "scheduled",
            "will be held",
            "will take place",
            "will establish",
            "will discuss",
            "upcoming",
            "announced",
        ),
        "held": (
            "held",
            "took place",
            "hosted",
            "traveled",
            "travelled",
            "met",
            "accepted",
            "approved",
            "approvals",
            "launched",
            "opened",
            "settled",
            "settlement",
            "published",
            "issued",
            "given the go-ahead",
        ),
        "cancelled": ("cancelled", "canceled", "called off"),
    },
    future=("planned",),
)
