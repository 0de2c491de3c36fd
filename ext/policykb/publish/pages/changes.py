"""What changed in the records and when, as a page."""

from typing import Any

from policykb.publish.facts.changes import days, feed_of
from policykb.publish.facts.site import Site
from policykb.publish.frame import made

MOST = 40
"""Records of a day that are named as new or removed."""


def values(site: Site) -> dict[str, Any]:
    """The days, and what is named of them."""
    return {"days": days(site), "most": MOST, "guide": "guide/data", "of_type": feed_of}


PAGE = made.alone(
    "changes",
    "Changes",
    values,
    order=160,
    footer=True,
    browse="what changed in the records",
    description="What changed in the records, newest first.",
)
