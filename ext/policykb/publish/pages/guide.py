"""The pages for contributors, all of them written."""

from policykb.publish.facts.site_page import SitePage

PAGE = SitePage("guide/index", "For contributors", order=900, footer=True)
