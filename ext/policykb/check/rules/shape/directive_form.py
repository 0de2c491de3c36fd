"""A directive is not written as it must be."""

from policykb.check.rules.rule import Findings, Severity, faults, finds, value_span
from policykb.markdown.allowed import DIRECTIVES, RECORD_LIST
from policykb.markdown.forms import FORMS, MUST, NONE, Form, is_option_list, wrong_value
from policykb.markdown.page import Block, Page, Place
from policykb.markdown.record_list import faults as wrong_names


@finds("PKB130", Severity.ERROR, where="blocks")
def rule(page: Page) -> Findings:
    """A directive has the words after its name, the text and the values of options that it needs,
    and no others: a build leaves it out where it has not."""
    for fault in faults(page, "directive-options"):
        yield rule.on_fault(page, fault, f"the options are not read as written: {fault.data}")
    for block in page.blocks:
        form = FORMS.get(block.name)
        if form is not None:
            yield from _head(page, block, form)
            yield from _options(page, block)
            yield from _text(page, block, form)


def _head(page: Page, block: Block, form: Form) -> Findings:
    words, name = block.argument.strip(), f"{{{block.name}}}"
    if form.argument == MUST and not words:
        yield rule.on_block(page, block, f"{name} needs words after its name")
    elif words and form.argument == NONE and not form.text:
        yield rule.on_block(page, block, f"{name} takes no words after its name")
    elif form.word and len(words.split()) > 1:
        yield rule.on_block(page, block, f"{name} takes one word after its name")
    elif block.name == "option" and not is_option_list(words):
        yield rule.on_block(page, block, f"{name} needs the option of a program, as --in FILE")
    elif form.text and words.startswith((":::", "```", "~~~")):
        yield rule.on_block(page, block, f"the text of {name} begins on a line of its own")
    elif form.text and words and (block.values or _body(block).startswith(":")) and _body(block):
        said = f"the text of {name} stands before and after its options"
        yield rule.on_block(page, block, said, help="write all of the text after the options")


def _body(block: Block) -> str:
    begin = block.body if DIRECTIVES[block.name] else block.inner
    return block.text[begin : block.stop].strip(" \n\t>")


def _options(page: Page, block: Block) -> Findings:
    for name, value in block.values.items():
        if name not in DIRECTIVES[block.name]:
            continue
        if wrong := wrong_value(name, value):
            span = value_span(block.options[name])
            yield rule.at(Place(page, *span), f"the option {name} of {{{block.name}}} {wrong}")
    if block.name == RECORD_LIST:
        for option, words in wrong_names(block.values):
            place = Place(page, *value_span(block.options[option]))
            yield rule.at(place, f"the list names {words}")


def _text(page: Page, block: Block, form: Form) -> Findings:
    has_text = bool(_body(block)) or (form.text and bool(block.argument.strip()))
    if block.where and _body(block).startswith("---"):
        yield rule.on_block(page, block, "options in a list or a quote are lines of :name: value")
    elif form.content == MUST and not has_text:
        yield rule.on_block(page, block, f"{{{block.name}}} has no text")
    elif form.content == NONE and has_text:
        at = block.body + len(block.text[block.body :]) - len(block.text[block.body :].lstrip())
        help = "move it out of the block"
        said = f"{{{block.name}}} takes no text"
        yield rule.at(Place(page, at, page.line_end(at)), said, help=help)
    else:
        yield from _content(page, block)


def _content(page: Page, block: Block) -> Findings:
    from policykb.markdown.contents import WHOLE, wrong_content

    first = page.line(block.body) - 1
    for row, words in wrong_content(block):
        at = page.line_start(first + row) if row != WHOLE else block.start
        yield rule.at(Place(page, at, page.line_end(at)), words)
