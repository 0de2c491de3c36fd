"""The page for addresses that lead nowhere, whose links start from the site's top."""

from policykb.publish.frame import made

PAGE = made.alone(
    "404",
    "There is no such page",
    description="This address leads to no page of the site.",
    listed=False,
)
