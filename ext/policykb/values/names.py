"""Other names of a record, separated by `;`."""

from typing import Any

from policykb.values.base import Several


class NamesType(Several):
    """Names, separated by semicolons."""

    name = "names"
    accepted = "names separated by ;"

    def parse(self, text: str) -> tuple[str, ...]:
        """The names in order. Raises `BadValue` for an empty or repeated one, and for a
        full-width semicolon."""
        if "\uff1b" in text:
            parts = (" ".join(part.split()) for part in text.replace("\uff1b", ";").split(";"))
            fix = self.print(dict.fromkeys(filter(None, parts)))
            raise self.bad("its ； is full-width and separates nothing", fix or None)
        names = tuple(" ".join(part.split()) for part in text.split(";"))
        good = tuple(dict.fromkeys(name for name in names if name))
        if good != names:
            reason = "a name is empty" if "" in names else "a name stands twice"
            raise self.bad(reason, self.print(good) or None)
        return names

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


NAMES = NamesType()
