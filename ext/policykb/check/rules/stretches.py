"""The options of a page that rules look through, each with the record that it is in."""

from collections.abc import Iterator

from policykb.markdown.page import Option, Page, RawRecord


def options(page: Page) -> Iterator[tuple[Option, RawRecord | None, str | None]]:
    """The options of a page, with the field where it is a record's own."""
    for record in page.records:
        yield from ((one, record, one.name) for one in record.options.values())
        for evidence in record.evidence:
            yield from ((one, record, None) for one in evidence.options.values())
    for block in page.blocks:
        yield from ((one, None, None) for one in block.options.values())
