"""A hierarchy runs in a circle."""

from policykb.check.rules.rule import Diagnostic, Entry, Findings, Known, Links, Severity, finds


@finds("PKB206", Severity.ERROR)
def rule(links: Links, known: Known) -> Findings:
    """Following an acyclic link never leads back. A circle is reported once, at its first id."""
    kinds = {entry.type: entry.model for entry in links.entries}.values()
    fields = {name for kind in kinds for name, spec in kind.links if spec.acyclic}
    entries: dict[str, dict[str, Entry]] = {field: {} for field in sorted(fields)}
    for entry in links.entries:
        for field in entry.links:
            if field in fields and known.by_id.get(entry.id) is entry:
                entries[field][entry.id] = entry
    for field, linking in entries.items():
        for circle in circles({ident: one.links[field] for ident, one in linking.items()}):
            yield _finding(links, field, [linking[ident] for ident in circle])


def circles(upward: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """The circles met by a depth-first walk, each beginning with its smallest id; none twice, and
    none of length one. Iterative, since a chain may be as long as the base."""
    upward = {node: ids for node, ids in upward.items() if not upward.keys().isdisjoint(ids)}
    done: set[str] = set()
    found: dict[frozenset[str], list[str]] = {}
    for start in sorted(upward):
        path: list[str] = []
        place: dict[str, int] = {}
        stack = [(start, iter(upward[start]))] if start not in done else []
        if stack:
            place[start] = 0
            path.append(start)
        while stack:
            node, targets = stack[-1]
            for target in targets:
                if target in place:
                    circle = path[place[target] :]
                    if len(circle) > 1:
                        first = circle.index(min(circle))
                        found.setdefault(frozenset(circle), circle[first:] + circle[:first])
                elif target in upward and target not in done:
                    place[target] = len(path)
                    path.append(target)
                    stack.append((target, iter(upward[target])))
                    break
            else:
                stack.pop()
                path.pop()
                del place[node]
                done.add(node)
    return [found[key] for key in sorted(found, key=sorted)]


def _finding(links: Links, field: str, entries: list[Entry]) -> Diagnostic:
    circle = [entry.id for entry in entries]
    following = [*entries[1:], entries[0]]
    shown = circle if len(circle) <= 6 else [*circle[:3], "…", *circle[-2:]]
    return rule.on_item(
        entries[0],
        field,
        entries[0].links[field].index(following[0].id),
        f"{field} runs in a circle: {' → '.join([*shown, circle[0]])}",
        help="remove the link that is wrong",
        related=tuple(
            links.where(entry, field, after.id, f"{entry.id} leads to {after.id} here")
            for entry, after in list(zip(entries, following, strict=True))[1:20]
        ),
    )
