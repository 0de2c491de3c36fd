"""Who publishes the site, how to reach them, and how its words may be used."""

from markupsafe import Markup

from policykb.base.settings import Settings
from policykb.export import licenses


def imprint(settings: Settings) -> dict[str, str]:
    """What the settings say, with the addresses to link; empty texts where they say nothing."""
    contact = settings.contact
    mail = f"mailto:{contact}" if "://" not in contact and contact else contact
    terms = licenses.address(settings.license)
    return {
        "publisher": settings.publisher,
        "contact": contact,
        "contact_link": _link(mail, contact, "noopener"),
        "license": settings.license,
        "license_link": _link(terms, settings.license, "license noopener"),
    }


def _link(address: str, words: str, rel: str) -> Markup:
    """The words as a link; without an address the words alone."""
    link = Markup('<a href="{}" rel="{}">{}</a>').format(address, rel, words)
    return link if address else Markup("{}").format(words)
