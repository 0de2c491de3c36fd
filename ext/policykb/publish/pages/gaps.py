"""What the base does not know, with the reasons."""

from policykb.publish.frame import made

PAGE = made.of_facts(
    "gaps",
    "Known gaps",
    lambda fact: fact.state == "gap",
    order=110,
    browse="what no source says",
    description="What records should say and no source does.",
)
