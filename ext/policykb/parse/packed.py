"""A page as numbers and texts, as one process hands it to another."""

from __future__ import annotations

from typing import Any

from policykb.parse.page import Block, Option, Page, RawEvidence, RawRecord

Packed = tuple[Any, ...]
"""Tuples, lists, texts, numbers and truth values only, as `marshal` takes them."""


def pack(page: Page) -> Packed | None:
    """The parts of a page; None for one with faults, records in records or other directives."""
    if page.faults or page.blocks:
        return None
    records = []
    for one in page.records:
        if one.parent is not None or one.void:
            return None
        evidence = [(_pack(each.block), each.quote, each.at, each.end) for each in one.evidence]
        records.append((_pack(one.block), evidence, one.prose))
    return page.path, page.text, page.prose, records


def _pack(block: Block) -> Packed:
    return (
        block.start,
        block.marker,
        block.name,
        block.argument,
        block.argument_at,
        block.inner,
        block.stop,
        block.end,
        block.closed,
        block.where,
        block.body,
        [(one.name, one.value, one.name_at, one.at, one.end) for one in block.options.values()],
    )


def unpack(packed: Packed) -> Page:
    """The page again."""
    path, text, prose, records = packed
    page = Page(path, text)
    page.prose = prose
    for block, evidence, spans in records:
        record = RawRecord(page, _unpack(block), None)
        record.prose = spans
        record.evidence = [
            RawEvidence(_unpack(inner), quote, at, end) for inner, quote, at, end in evidence
        ]
        page.records.append(record)
    return page


def _unpack(packed: Packed) -> Block:
    block = Block(*packed[:10])
    block.body = packed[10]
    block.options = {one[0]: Option(*one) for one in packed[11]}
    return block
