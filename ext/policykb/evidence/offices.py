"""The words of an office, for ``affiliations``: a closed list for what may stand before
*of*, and any word in small letters that ends like an office elsewhere.
"""

from __future__ import annotations

OFFICE = (
    r"(?:chief|CEO|CFO|CTO|COO|CMO|CSO|president|chair(?:man|woman|person)?|director|manager|officer"
    r"|head|executive|founder|co-founder|minister|ministry|secretary|commissioner|spokes\w+|advis[eo]r"
    r"|counsel|consultant|scientist|professor|partner|member|leader|representative|researcher|analyst"
    r"|lead|official|ambassador|engineer|economist|governor|chancellor|board|staff|physician)"
)
_PAST = (
    r"(?!(?:left|former|formerly|ex|critic|rival|opponent|sued|met|saw|told|said|says|quit|between"
    r"|praised|visited|and|or|like|unlike|not|no|against|who|that|which|covering|tracking|suing|opposing"
    r"|about|over|after|an?)\b)"
)
_NOBODY = (
    r"(?!(?:supporter|admirer|competitor|customer|client|patient|guest|visitor|protester|prisoner"
    r"|supplier|shareholder|investor|witness|candidate|contender|applicant|plaintiff|friend|enemy"
    r"|over|under|after|per|ever|never|other|another|for|nor|whether|rather|however|together"
    r"|management|different|recent|current|angry|happy|unhappy|familiar|popular|along|talks|meeting"
    r"|deal|contract|agreement|dispute|row|ties|links|week|day|year|works?|now|still|is|was)s?\b)"
)
"""Words that stand before an organisation or a person and are no office."""
SMALL = rf"{_PAST}{_NOBODY}(?!(?:of|at|with|from|for|in|to|by|on|the)\b)[a-z][\w-]*(?<!ed)(?<!ing)"
PERSON = (
    rf"{_PAST}{_NOBODY}(?:[a-z][\w-]*(?:er|or|ist|ian|man|woman|person|ant|(?<!m)ent|eer|yst)"
    r"|nurse|captain|boss|aide|fellow|judge|vet|envoy|chef|clerk|expert|pilot|coach|doctor)"
)
"""An office in small letters, told by how its word ends: *lawyer*, *epidemiologist*."""
WORD = rf"{_PAST}[\w'.-]+(?<!ed)"
JAPANESE_OFFICE = (
    r"(?!元|前|反)[^\W\d_a-zA-Z\u3041-\u3096]{0,8}(?:[長官員臣裁事授役者表師]|CEO|担当)"
)
