"""The list of briefs, and what each brief says of its age."""

from policykb.publish.facts import brief_uses
from policykb.publish.facts import citations as cite
from policykb.publish.facts.site import Site
from policykb.publish.facts.written import Brief
from policykb.publish.frame import made
from policykb.publish.frame.fragments import filled


def after(site: Site, docname: str) -> str:
    """What follows a brief; nothing on the list of briefs."""
    return next((_after(site, one) for one in site.briefs if one.docname == docname), "")


def _after(site: Site, brief: Brief) -> str:
    """The records that a brief rests on, and which of them changed since it did."""
    records = brief_uses.rests_on(site, brief)
    return filled(
        "brief-after.html",
        site=site,
        here=brief.docname,
        brief=brief,
        records=records,
        changed=brief_uses.changed(site, brief, records),
        citation=cite.brief(brief, site),
        day=site.history.last.get(brief.path, ""),
    )


PAGE = made.alone(
    "briefs/index",
    "Briefs",
    lambda site: {"briefs": site.briefs},
    after=after,
    ids=("cite", "rests-on"),
    order=20,
    menu="Briefs",
    under=("briefs/",),
    description="One-page answers to questions a policy team asks.",
)
