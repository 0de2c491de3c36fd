"""A directive looks like a record, but no type has its name."""

from policykb.check.rules.rule import Diagnostic, Findings, Severity, did_you_mean, finds, rewrite
from policykb.markdown.allowed import DIRECTIVES
from policykb.markdown.page import Block, Page, Place
from policykb.model import TYPES


@finds("PKB101", Severity.ERROR, shakes=True, where="blocks")
def rule(page: Page) -> Findings:
    """A directive with an id, or with nearly a type's name, is meant as a record."""
    for block in page.blocks:
        if block.name not in DIRECTIVES:
            meant = meant_type(block)
            if meant is not None:
                yield _finding(page, block, meant)


def meant_type(block: Block) -> str | None:
    """The type an unknown directive most likely stands for; empty where it has an id, so that it
    is surely a record, but of no type that can be told; None where it is no record."""
    from policykb.text.similar import nearest_word

    plain = "".join(char for char in block.name.lower() if char.isalnum())
    names = [*TYPES, "evidence"]
    for name in names:
        if plain in (name, name + "s", TYPES[name].plural.lower() if name in TYPES else name):
            return name
    for model in TYPES.values():
        if block.values.get("id", "").startswith(model.prefix):
            return model.name
    words = {word: name for name, model in TYPES.items() for word in model.also_called}
    words |= dict.fromkeys(("quote", "quotation", "proof"), "evidence")
    found = words.get(plain) or words.get(plain.removesuffix("s")) or nearest_word(plain, names)
    return found or ("" if "id" in block.values else None)


def _finding(page: Page, block: Block, meant: str) -> Diagnostic:
    at = page.text.index(block.name, block.start)
    end = at + len(block.name)
    own = TYPES[meant].prefix if meant in TYPES else "\n"
    spelled = block.name.lower().replace("-", "") == meant
    others = "; evidence holds a quotation; the setting types adds others"
    return rule.at(
        Place(page, at, end),
        f"there is no type of record “{block.name}”",
        record=page.record_at(block.start),  # Not all of it is read.
        help=did_you_mean(meant and f"{{{meant}}}", f"the types are {', '.join(TYPES)}{others}"),
        fix=rewrite(
            page, (at, end), meant, sure=spelled or block.values.get("id", "").startswith(own)
        ),
    )
