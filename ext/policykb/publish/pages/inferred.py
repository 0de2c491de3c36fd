"""What editors concluded rather than read."""

from policykb.publish.frame import made

PAGE = made.of_facts(
    "inferred",
    "Inferred values",
    lambda fact: fact.state == "inferred",
    order=120,
    browse="what the editors concluded",
    description="Values concluded from a quotation rather than stated in it.",
)
