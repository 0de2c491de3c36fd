"""An alias is another record's name."""

from collections import defaultdict

from policykb.check.rules.compared_names import fold, is_acronym
from policykb.check.rules.rule import Entry, Findings, Known, Severity, finds
from policykb.values.names import NAMES


@finds("PKB502", Severity.ERROR, where="aliases")
def rule(entry: Entry, known: Known) -> Findings:
    """A name leads to one record; otherwise no quotation that has it shows which is meant. Of two
    records with the same alias the later is blamed; an acronym that two share is PKB501's."""
    if known.by_id.get(entry.id) is not entry:
        return
    for alias in aliases(entry):
        for ident in known.from_names(_owners)[fold(alias)]:
            other = known.by_id[ident]
            shared = any(fold(one) == fold(alias) for one in known.aliases(ident))
            if other is entry or (shared and known.order(entry.id) < known.order(ident)):
                continue
            if shared and is_acronym(alias):
                continue
            yield rule.in_record(
                entry,
                span_of(entry, alias),
                f"{entry.name} goes by “{alias}”, which is a name of {other.name}",
                field="aliases",
                help="remove the alias from the record whose name it is not",
                related=(known.where(other.id, f"{other.name} stands here"),),
            )
            break


def _owners(known: Known) -> dict[str, list[str]]:
    """The ids of the records that go by each name."""
    found: dict[str, list[str]] = defaultdict(list)
    for ident, entry in known.by_id.items():
        for name in entry.names:
            found[fold(name)].append(ident)
    return found


def aliases(entry: Entry) -> tuple[str, ...]:
    """The aliases of a record."""
    return entry.value("aliases", NAMES) or ()


def span_of(entry: Entry, alias: str) -> tuple[int, int]:
    """Where an alias stands; all of the field where its spacing differs."""
    option = entry.raw.options["aliases"]
    at = entry.page.text.find(alias, option.at, option.end)
    return (at, at + len(alias)) if at >= 0 else (option.at, option.end)
