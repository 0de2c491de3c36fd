"""Everything by kind, and the pages on the base itself, in one place."""

from policykb.publish.frame import made

PAGE = made.alone(
    "browse",
    "Browse",
    lambda site: {"views": [page for page in site.pages if page.browse]},
    order=60,
    menu="Browse",
    description="Everything here, by kind, and what the base says of itself.",
)
