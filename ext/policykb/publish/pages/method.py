"""The written page on how the records are made: linked from the menu and the foot of every page."""

from policykb.publish.facts.site_page import SitePage

PAGE = SitePage("method", "Method", order=65, menu="Method", footer=True, contents=True)
