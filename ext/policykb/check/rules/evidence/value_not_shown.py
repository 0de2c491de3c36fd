"""No quotation shows a value, or one denies it."""

from policykb.check.rules.quoting import excerpt
from policykb.check.rules.rule import Diagnostic, Findings, Known, Rule, Severity, finds
from policykb.evidence.facts import Fact
from policykb.evidence.grade import Graded
from policykb.values.number import NUMBER


@finds(
    "PKB303",
    Severity.ERROR,
    where="refused",
    requires=("PKB201", "PKB202", "PKB205", "PKB302", "PKB309"),
)
def rule(fact: Graded, known: Known) -> Findings:
    """A fact that no quotation shows. Left out are those that another finding is about: a
    quotation that is not found, a field that no quotation supports, a link to no record, the value
    that a unit belongs to."""
    if fact.grade == "refused" and _is_judged(known, fact) and not _follows(known, fact):
        yield on_fact(
            rule,
            fact.fact,
            f"{fact.fact.entry.name}: {_says(fact.fact)} {named(known, fact.fact)}, but "
            f"{_fault(fact)}",
            _help(known, fact),
        )


def on_fact(rule: Rule, fact: Fact, message: str, help: str) -> Diagnostic:
    """A finding on a value, or on its place in a list."""
    if fact.spec.many:
        return rule.on_item(fact.entry, fact.field, fact.index, message, help=help)
    return rule.on_value(fact.entry, fact.field, message, help=help)


def _is_judged(known: Known, one: Graded) -> bool:
    fact = one.fact
    if fact.item is None or not one.quotes or any(quote.match is None for quote in one.quotes):
        return False
    if "inferred" in fact.entry.bad and fact.field in fact.entry.text("inferred"):
        return False
    if not fact.spec.is_link:
        return True
    return known.is_sure(fact.value)


def _follows(known: Known, one: Graded) -> bool:
    """Whether a currency is quoted, but not beside the record's value, which no quotation shows."""
    from policykb.evidence.grade import grade
    from policykb.evidence.surface import currency

    fact, entry = one.fact, one.fact.entry
    code = currency(fact.item) if fact.field == "unit" else None
    if code is None or "value" in entry.inferred or entry.value("value", NUMBER) is None:
        return False
    quotes = tuple([quote for quote in known.evidence.of(entry) if "value" in quote.supports])
    value = grade(known.evidence, fact.of("value"), quotes)
    texts = [known.evidence.text(quote) for quote in one.quotes if quote in quotes]
    sums = [found.unit for text in texts if text for found in text.read(NUMBER)]
    return value.grade == "refused" and _is_judged(known, value) and code in sums


def _says(fact: Fact) -> str:
    return f"{fact.field} {'has' if fact.spec.many else 'is'}"


def named(known: Known, fact: Fact) -> str:
    """A value as messages give it: a link with the title of what it links to."""
    target = known.by_id.get(fact.value) if fact.spec.is_link else None
    return f"{fact.value} (“{target.title}”)" if target else fact.value


def _fault(one: Graded) -> str:
    does = "denies it" if "denied" in one.why else "does not show it"
    if len(one.quotes) > 1:
        does = "shows it" if "denied" not in one.why else "says so"
        return f"none of the {len(one.quotes)} quotations that support it {does}"
    raw = one.quotes[0].raw
    return (
        f"the quotation in line {one.fact.entry.page.line(raw.at)} {does}: “{excerpt(raw.quote)}”"
    )


def _help(known: Known, one: Graded) -> str:
    from policykb.evidence.hints import hint

    found, fact = hint(known.evidence, one), one.fact
    return (
        f"{found}correct {fact.field}, or quote the words that show it; if the source words it "
        f'otherwise, say so: “:shows: {fact.field} {fact.value} = "words of the quotation"”; if it '
        f"is concluded, “:inferred: {fact.field} — why”"
    )
