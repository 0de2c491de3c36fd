"""What the base does not know, with the reasons."""

from policykb.publish.frame import listing

PAGE = listing.page(
    "gaps",
    "Known gaps",
    lambda fact: fact.state == "gap",
    order=110,
    browse="what no source says",
    description="What records should say and no source does.",
)
