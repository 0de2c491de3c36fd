"""Who publishes the site, how to reach them, and how its words may be used."""

from __future__ import annotations

from policykb.base.settings import Settings
from policykb.export import licenses


def imprint(settings: Settings) -> dict[str, str]:
    """What the settings say, with the addresses to link; empty texts where they say nothing."""
    contact = settings.contact
    return {
        "publisher": settings.publisher,
        "contact": contact,
        "contact_href": f"mailto:{contact}" if "://" not in contact and contact else contact,
        "license": settings.license,
        "license_href": licenses.address(settings.license),
    }
