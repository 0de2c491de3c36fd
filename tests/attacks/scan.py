"""What a browser would run, load or be led to in a built page, beside what the site itself has.

Pages are read with html5lib, which makes the same tree of broken markup as browsers do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

ACTIVE = {"iframe", "frame", "object", "embed", "applet", "base", "portal", "style", "template"}
FOREIGN = {"use", "foreignObject", "animate", "set", "image", "script", "annotation-xml"}
ADDRESSES = {"href", "src", "srcset", "action", "formaction", "data", "poster", "background"}
LOADS = {"img", "source", "video", "audio", "track", "input", "script", "link"}
DATA = {"type": "application/ld+json"}
"""The attributes of an element that holds data, which no browser runs."""
SITE_SCRIPT = re.compile(r"(?:/|(?:\.\./)*)_static/[a-z]+\.js\?v=[0-9a-f]+")
SITE_STYLE = re.compile(r"(?:/|(?:\.\./)*)_static/[a-z]+\.(?:css|svg)(?:\?v=[0-9a-f]+)?")
REFRESH = re.compile(r"0; url=(?:\.\./)*[\w./%#-]+")
WITHIN = re.compile(r"(?![a-zA-Z][a-zA-Z0-9+.-]*:|//|\\)[^\x00-\x20]*")


def dangers(file: Path) -> Iterator[str]:
    """Everything in a page that is active and not the site's own."""
    tree = html5lib.parse(file.read_bytes(), treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from _element(element)


def _element(element: Element) -> Iterator[str]:
    tag = element.tag.rpartition("}")[2]
    shown = f"<{tag} {dict(element.attrib)!r}>"[:300]
    if tag in ACTIVE or (tag in FOREIGN and tag != "script"):
        yield f"active element {shown}"
    if tag == "script":
        source = element.get("src", "")
        if dict(element.attrib) == DATA:
            json.loads(element.text or "")
        elif not SITE_SCRIPT.fullmatch(source) or (element.text or "").strip():
            yield f"script {shown} {element.text!r}"
    address = element.get("href", "")
    if tag == "link" and element.get("rel") != "canonical" and not SITE_STYLE.fullmatch(address):
        yield f"loaded {shown}"
    refreshes = tag == "meta" and element.get("http-equiv", "").lower() == "refresh"
    if refreshes and not REFRESH.fullmatch(element.get("content", "")):
        yield f"leads on {shown}"
    for name, value in element.attrib.items():
        name = str(name).rpartition("}")[2].lower()
        if name.startswith("on") or name in ("style", "srcdoc", "ping"):
            yield f"attribute {name} of {shown}"
        elif name in ADDRESSES:
            yield from _address(tag, name, value, shown)


def _address(tag: str, name: str, value: str, shown: str) -> Iterator[str]:
    bare = re.sub(r"[\x00-\x20]", "", value)
    scheme = urlsplit(bare).scheme.lower() if not bare.startswith("//") else "//"
    if WITHIN.fullmatch(value.strip()):
        return
    if tag in LOADS and tag != "link":
        yield f"fetched {shown}"
    elif scheme not in ("http", "https", "mailto"):
        yield f"address {shown}"
