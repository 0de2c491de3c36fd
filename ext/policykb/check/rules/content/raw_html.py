"""A page has raw HTML."""

import re
from collections.abc import Iterator

from policykb.check.rules.rule import Findings, Page, Place, RawRecord, Severity, finds
from policykb.check.rules.stretches import options
from policykb.markdown.forms import PAGES
from policykb.markdown.inline import TAG

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_TAG = re.compile(r"<[^\n>]{0,200}>?")
_WHOLE = re.compile(
    r"""<(?:
      [A-Za-z][A-Za-z0-9-]*                                               # an opening tag
        (?:\s+[A-Za-z_:][\w.:-]*+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*+\s*/?>
    | /[A-Za-z][A-Za-z0-9-]*\s*>                                          # a closing tag
    | [!?]                                                                # a comment and the like
    )""",
    re.VERBOSE,
)
"""A tag as CommonMark has it (https://spec.commonmark.org/0.31.2/#raw-html), and as
browsers do, which take = within a value."""

_REFUSED = ("PKB105", "PKB111", "PKB112", "PKB201", "PKB202", "PKB304")
"""Rules that refuse a value as a whole."""


@finds("PKB703", Severity.ERROR, requires=_REFUSED, where="angles")
def rule(page: Page) -> Findings:
    """Tags and HTML comments are refused; the build would show them as text. A closing tag belongs
    to the opening one, and the tags of a line are told together."""
    if "<" not in page.text:
        return
    opened: set[str] = set()
    told: set[tuple[int, str | None]] = set()
    for start, record, field in sorted(_tags(page), key=lambda tag: tag[0]):
        name = _NAME.match(page.text, start)
        if name is not None:
            if name[1] and name[2].lower() in opened:
                continue
            opened.add(name[2].lower())
        if (page.line(start), field) in told:
            continue
        told.add((page.line(start), field))
        tag = _TAG.match(page.text, start)
        comment = page.text.startswith("<!--", start)
        yield rule.at(
            Place(page, start, tag.end() if tag else start + 1),
            "pages here have no HTML" + (" comments" if comment else ""),
            record=record,
            field=field,
            help="a comment is a line that begins with %" if comment else HELP,
        )


def _tags(page: Page) -> Iterator[tuple[int, RawRecord | None, str | None]]:
    """Where tags begin: in the text, in titles and values, in the entries of lists of pages."""
    for item, record in page.inlines:
        if item.kind == "html" and _is_html(page.text, item.start):
            yield item.start, record, None
    for start, stop, record, field in _written(page):
        for found in TAG.finditer(page.text, start, stop):
            if _is_html(page.text, found.start()):
                yield found.start(), record, field


def _written(page: Page) -> Iterator[tuple[int, int, RawRecord | None, str | None]]:
    """The stretches of a page that are written out as they are, with the record and field of
    each."""
    for record in page.records:
        title = record.block.argument_at
        yield title, title + len(record.title), record, "title"
    for one, owner, field in options(page):
        yield one.at, one.end, owner, field
    for block in page.blocks:
        if block.name == PAGES:
            yield block.body, block.stop, None, None


def _is_html(text: str, at: int) -> bool:
    """True for a tag of an HTML element; ``List<int>``, ``<name>`` and ``a<b`` are words. At the
    beginning of a line a tag need not end there."""
    name = _NAME.match(text, at)
    if name is None:
        return True
    known = name[2].lower() in ELEMENTS or "-" in name[2]
    starts_line = not text[text.rfind("\n", 0, at) + 1 : at].strip(" >*+-")
    return known and (starts_line or _WHOLE.match(text, at) is not None)


ELEMENTS = frozenset(
    """
a abbr acronym address animate applet area article aside audio b base basefont bdi bdo
bgsound big blink blockquote body br button canvas caption center cite circle code col
colgroup data datalist dd del details dfn dialog dir div dl dt ellipse em embed
fieldset figcaption figure font footer foreignobject form frame frameset g h1 h2 h3 h4
h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label
legend li line link listing main map mark marquee math menu menuitem meta meter nav
nobr noembed noframes noscript object ol optgroup option output p param path picture
plaintext polygon pre progress q rect rp rt ruby s samp script search section select
set slot small source span strike strong style sub summary sup svg table tbody td
template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp
""".split()
)
"""Elements of HTML, present and past, and of SVG where they act:
https://html.spec.whatwg.org/#elements-3 and its list of obsolete ones."""


HELP = "write Markdown; to show a tag, put it in `backticks`"
