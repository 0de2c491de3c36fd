"""Messages (.eml): their heading and their text; attachments are named and not read."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from platform import python_version

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused, Wish

_HEADING = ("Subject", "From", "Date")


def read(data: bytes, wish: Wish) -> Extracted:
    """The text of a message below its heading. Raises `Refused`."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    heading = {name: " ".join(str(message.get(name, "")).split()) for name in _HEADING}
    if not any(heading.values()):
        raise Refused("it has neither subject nor sender nor date: it is no message")
    lines = [f"{name}: {text}" for name, text in heading.items() if text]
    text = "\n".join(lines) + f"\n\n{_body(message, wish).strip()}\n"
    found = Extracted(metadata.plain(text), f"email (Python {python_version()})")
    found.headline = metadata.as_headline(heading["Subject"])
    found.author = heading["From"][:300]
    found.published = _day(message)
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if names:
        found.notes.append(f"not read, attached: {', '.join(names)}")
    metadata.complete(found)
    return found


def _body(message: EmailMessage, wish: Wish) -> str:
    part = message.get_body(("plain", "html"))
    try:
        content = part.get_content() if part is not None else ""
    except (LookupError, UnicodeError):
        raise Refused("its characters cannot be told") from None
    if not content.strip():
        raise Refused("it has no text")
    if part is not None and part.get_content_subtype() == "html":
        from policykb.documents.formats import web

        return web.read(content.encode("utf-8"), wish._replace(whole=True)).text
    return str(content)


def _day(message: EmailMessage) -> str:
    given = getattr(message.get("Date"), "datetime", None)
    return given.date().isoformat() if given else ""
