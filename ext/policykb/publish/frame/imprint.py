"""Who publishes the site, how to reach them, and how its words may be used."""

from __future__ import annotations

from policykb.base.settings import Settings

_LICENSES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-NC 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def imprint(settings: Settings) -> dict[str, str]:
    """What the settings say, with the addresses to link; empty texts where they say nothing."""
    contact = settings.contact
    return {
        "publisher": settings.publisher,
        "contact": contact,
        "contact_href": f"mailto:{contact}" if "://" not in contact and contact else contact,
        "license": settings.license,
        "license_href": _LICENSES.get(settings.license, ""),
    }
