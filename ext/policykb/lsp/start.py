"""The whole server, as the command starts it."""

from policykb.lsp.features import completion, findings, fixes, looking, places
from policykb.lsp.server import Server

FEATURES = (findings, completion, looking, places, fixes)


def serve() -> None:
    """Answer on standard input and output until the editor ends it."""
    server = Server()
    for feature in FEATURES:
        feature.add(server)
    server.start_io()
