"""Reading in a process of its own, with bounds on time and memory and no way out of it.

What comes from strangers is read here: a file that would take all memory, that hangs a reader or
breaks it, costs this process and nothing else.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from policykb.documents.extracted import Extracted, Refused, Wish

MOST = 100_000_000
"""Bytes of a document."""
SECONDS = 60
MEMORY = 2_000_000_000
"""Bytes of address space."""
_TEXT = 5_000_000
_CLOSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.")
_REFUSED = 3


def extract(path: Path, wish: Wish = Wish()) -> Extracted:  # noqa: B008
    """The text of a document. Raises `Refused`, whatever the document does to its reader."""
    if path.stat().st_size > MOST:
        raise Refused(f"it has more than {MOST // 1_000_000} MB")
    command = [sys.executable, "-I", "-m", __name__, str(path.absolute()), json.dumps(wish)]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=SECONDS + 10,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"reading it takes more than {SECONDS} seconds") from None
    if done.returncode == 0:
        return Extracted(**json.loads(done.stdout))
    raise Refused(_why(done.returncode, done.stdout, done.stderr))


def _why(code: int, out: bytes, error: bytes) -> str:
    """What kept the process from its work, in a sentence."""
    if code == _REFUSED:
        return out.decode("utf-8", "replace")
    if b"MemoryError" in error or b"bad_alloc" in error:
        return f"reading it takes more than {MEMORY // 1_000_000_000} GB of memory"
    if code in (-24, 152, -9):
        return f"reading it takes more than {SECONDS} seconds"
    return "its reader breaks on it; it is damaged, or made to do that"


def _bound() -> None:
    """Bound this process, and close the ways out of it."""
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit is all
        pass
    else:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_CLOSED):
            raise PermissionError(f"{event} in a reader of documents")

    sys.addaudithook(refuse)


def main(path: str, wish: str) -> int:
    """Read a document and print what it has; in a child process only."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        from policykb.documents.formats import reader

        data = Path(path).read_bytes()
        read = reader(path)
        _bound()
        found = read(data, Wish(*json.loads(wish)))
        if len(found.text.encode("utf-8", "replace")) > _TEXT:
            raise Refused(f"its text has more than {_TEXT // 1_000_000} MB; take a part of it")
        if not found.text.strip():
            raise Refused("it has no text")
    except Refused as refused:
        print(refused, end="")
        return _REFUSED
    json.dump(asdict(found), sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
