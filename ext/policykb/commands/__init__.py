"""One file per command of ``policykb``; each has ``add(parser)`` and ``run(args) -> exit code``."""
