"""The search page; its script does the rest."""

from policykb.publish.frame import made

PAGE = made.alone(
    "search",
    "Search",
    scripts=["search.js"],
    order=70,
    menu="Search",
    description="Search records, quotations and briefs.",
    listed=False,
)
