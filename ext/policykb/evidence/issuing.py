"""The words of issuing: what is issued, and the verbs for it in their forms.

The lists are closed. An open rule ("any word in *-ed*") let "Japan opposed the order" pass for
issuing it.
"""

from __future__ import annotations

from functools import cache

POLICY = (
    r"(?:plans?|polic(?:y|ies)|strateg(?:y|ies)|orders?|laws?|acts?|bills?|tariffs?|dut(?:y|ies)"
    r"|levies|budgets?|programmes?|programs?|measures?|guidelines?|guidance|directives?|rules?"
    r"|regulations?|decrees?|ordinances?|notices?|notifications?|decisions?|announcements?"
    r"|proposals?|initiatives?|schemes?|roadmaps?|frameworks?|reforms?|exemptions?|packages?"
    r"|agendas?|blueprints?|bans?|subsid(?:y|ies)|white papers?)"
)
_ALWAYS = (
    "announce issue publish adopt enact decide establish launch introduce propose release unveil "
    "reveal compile draft prepare formulate approve finalise finalize impose amend promulgate "
    "implement enforce mandate decree levy"
).split()
"""Verbs that tell of issuing whatever their object."""
_OF_A_POLICY = (
    "order require present promote develop start raise lower increase reduce revise update extend "
    "expand grant ease tighten lift pass sign outline complete advance set cut put begin make "
    "suspend repeal withdraw table lay"
).split()
"""Verbs that tell of issuing only where a policy is their object."""
_TO = "plan intend aim seek".split()
"""Verbs that tell of issuing before *to*."""
_INTO_FORCE = r"(?:[\w'-]+ ){0,8}?into (?:force|effect)"
_PHRASES = {
    "s": r"(?:draws|drew) up|(?:comes|came) up with|writes|wrote|(?:lays|laid|sets) (?:out|down)"
    r"|(?:rolls|rolled) out|puts? (?:forward|together|in place)|sets? (?:out|up)"
    rf"|(?:brings|brought) {_INTO_FORCE}|consult(?:s|ed) on",
    "ed": r"drawn up|come up with|written|laid (?:out|down)|rolled out|set (?:out|up)"
    rf"|put (?:forward|together|in place|(?:out )?(?:to|for) consultation)|brought {_INTO_FORCE}"
    r"|consulted on",
    "ing": r"drawing up|writing|laying (?:out|down)|rolling out|setting (?:out|up)|working on"
    rf"|putting (?:forward|together|in place)|bringing {_INTO_FORCE}|consulting on",
    "": r"draw up|write|lay (?:out|down)|roll out|put (?:forward|together|in place)|set (?:out|up)"
    rf"|bring {_INTO_FORCE}|consult on",
}
_ENDINGS = ("s", "ed", "ing")
_IRREGULAR = {
    "plan": ("plans", "planned", "planning"),
    "put": ("puts", "put", "putting"),
    "set": ("sets", "set", "setting"),
    "cut": ("cuts", "cut", "cutting"),
    "begin": ("begins|began", "begun", "beginning"),
    "lay": ("lays|laid", "laid", "laying"),
    "withdraw": ("withdraws|withdrew", "withdrawn", "withdrawing"),
    "make": ("makes|made", "made", "making"),
    "seek": ("seeks", "sought", "seeking"),
}

_NOT_OF = r"(?!(?:of|to|about|against|over|that|from|like|under|with|for|no|(?<!off )on)\b)"
"""Words behind which a policy is no longer the object: "presented objections to the plan"."""
_NOT_A_POLICY = (
    r"(?!(?: (?:the|an?|its|their|new|first|final)){0,2}(?: [a-z-]+)? (?:closures?|closing"
    r"|openings?|results?|winners?|stud(?:y|ies)|surveys?|rivals?|deaths?|resignations?|appointments?|visits?"
    r"|talks|meetings?|findings|figures|statistics|losses|profits?|criticisms?|photos?"
    r"|alternatives?)\b)"
)
"""Behind a verb of issuing: what is announced or published without being a policy."""


def form(verb: str, ending: str) -> str:
    """One form of a verb, with ``s``, ``ed`` or ``ing``, or bare."""
    if not ending:
        return verb
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][_ENDINGS.index(ending)]
    if verb[-1] == "y" and verb[-2] not in "aeiou" and ending != "ing":
        return verb[:-1] + ("ies" if ending == "s" else "ied")
    if verb[-1] == "e":
        return {"s": verb + "s", "ed": verb + "d", "ing": verb[:-1] + "ing"}[ending]
    return verb + ("es" if ending == "s" and verb.endswith(("s", "sh", "ch")) else ending)


@cache
def verbs(*endings: str) -> str:
    """A pattern for the verbs of issuing in some of their forms, not where they issue nothing."""
    always = "|".join([_PHRASES[ending] for ending in endings] + _forms(_ALWAYS, endings))
    to = "|".join(_forms(_TO, endings))
    of_a_policy = "|".join(_forms(_OF_A_POLICY, endings))
    return (
        rf"(?:(?:{always})\b(?! (?:nothing|no|neither|none)\b){_NOT_A_POLICY}{_not_of_another()}"
        rf"|(?:{to}) to\b|(?:{of_a_policy})(?: {_NOT_OF}[\w'%-]+){{0,5}}? (?i:{POLICY})\b)"
    )


@cache
def _not_of_another() -> str:
    """Behind a verb of issuing: not what another has issued ("announced that BIO had issued")."""
    return (
        r"(?!(?: on)?(?: [A-Z]\w+day)?(?: that)?(?: the)?(?: [A-Z][\w&.'-]*){1,6}"
        rf" (?:(?:had|has|have) )?(?:{issued()})\b(?! by\b))"
    )


@cache
def issued() -> str:
    """A pattern for the participles that *by* and a hyphen stand with: "issued by", "-issued"."""
    return "|".join([_PHRASES["ed"], *_forms(_ALWAYS, ("ed",)), *_forms(_OF_A_POLICY, ("ed",))])


def _forms(words: list[str], endings: tuple[str, ...]) -> list[str]:
    return [form(word, ending) for ending in endings for word in words]
