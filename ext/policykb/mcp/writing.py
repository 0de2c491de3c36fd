"""What can be changed, where the server is started with ``--write``: new pages, by the doors of
``policykb new``."""

from policykb.base.ground import real
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Severity
from policykb.edit import store
from policykb.mcp.answers import Refused
from policykb.mcp.reading import with_draft


def written(base: Context, path: str, text: str) -> str:
    """Write a new page. Nothing is written over another file, through a link, or while an error
    or a warning stands in it or would come of it elsewhere; raises `Refused`."""
    changed = with_draft(base, path, text)
    if any(entry.text("reviewed") for entry in changed.entries_at.get(path, ())):
        raise Refused("nothing is written: a person stamps :reviewed:, by policykb review")
    known = {one.fingerprint for one in engine.run(base).diagnostics if one.path != path}
    found = [
        one
        for one in engine.run(changed).diagnostics
        if one.severity is not Severity.NOTE and one.fingerprint not in known
    ]
    if found:
        place = "" if found[0].path == path else f"{found[0].path}, "
        said = f"{found[0].code}, {place}line {found[0].line}: {found[0].message}"
        raise Refused(f"nothing is written: {len(found)} findings would come of it; {said}")
    try:
        store.create(real(base.root, path), text.encode("utf-8"))
    except FileExistsError:
        raise Refused(f"nothing is written: {path} exists already") from None
    except (OSError, ValueError) as error:
        raise Refused(f"nothing is written: {path}: {error}") from None
    return f"{path} is written"
