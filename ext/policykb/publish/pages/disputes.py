"""What sources give different answers to."""

from policykb.publish.frame import made

PAGE = made.of_facts(
    "disputes",
    "Disputes",
    lambda fact: bool(fact.disputes),
    order=140,
    browse="where quotations differ",
    description="Where quotations give different values.",
)
