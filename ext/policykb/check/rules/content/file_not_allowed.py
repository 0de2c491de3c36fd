"""A file steers how the site is built, or is no plain file."""

from policykb.base.ground import steering_kind
from policykb.check.rules.link_targets import is_named_source
from policykb.check.rules.rule import Findings, Known, Severity, finds


@finds("PKB715", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Among the pages lies nothing that Sphinx would run, translate by or fill; among pages and
    sources nothing but files and folders."""
    for path in known.ground.steering:
        said = f"{path} would be {steering_kind(path)} to Sphinx; it is not read here"
        help = "remove it; what configures a site belongs into the base's top folder"
        yield rule.on_file(path, said, help=help)
    for path in known.ground.special:
        if not is_named_source(known, path):
            yield rule.on_file(path, f"{path} is no plain file", help="remove it")
