"""What editors concluded rather than read."""

from policykb.publish.frame import listing

PAGE = listing.page(
    "inferred",
    "Inferred values",
    lambda fact: fact.state == "inferred",
    order=120,
    browse="what the editors concluded",
    description="Values concluded from a quotation rather than stated in it.",
)
