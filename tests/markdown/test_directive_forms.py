"""What docutils demands of a directive, the checker's table of directives says too."""

import pytest
from docutils.parsers.rst.directives.body import CodeBlock
from docutils.parsers.rst.directives.images import Figure, Image
from docutils.parsers.rst.directives.tables import ListTable

from policykb.markdown.forms import FORMS, MUST, NONE


def test_code_must_have_content_as_docutils_asserts() -> None:
    assert FORMS["code"].content == MUST


@pytest.mark.parametrize(
    ("name", "directive"),
    [("code", CodeBlock), ("image", Image), ("figure", Figure), ("list-table", ListTable)],
)
def test_arguments_and_options_are_known_to_docutils(name: str, directive: type) -> None:
    form = FORMS[name]
    known = vars(directive).get("option_spec") or directive.option_spec  # type: ignore[attr-defined]
    assert set(form.options.split()) <= set(known)
    assert (form.content == NONE) <= (not directive.has_content)  # type: ignore[attr-defined]
