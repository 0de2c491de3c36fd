"""Who issues a policy: the one who acts."""

import pytest
from tests.evidence.known import shown


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("implemented as METI’s policies", "ORG_METI"),
        ("under METI’s new Harbour Plan", "ORG_METI"),
        ("issued by the METI in May", "ORG_METI"),
        ("issued jointly by Takeda and METI in May", "ORG_METI"),
        ("tariffs imposed by the US on Japan", "ORG_US"),
        ("Japan opposed the order of the US", "ORG_US"),
        ("The METI has decided an establishment", "ORG_METI"),
        ("Industry (METI) will establish", "ORG_METI"),
        ("METI announced", "ORG_METI"),
        ("METI plans to", "ORG_METI"),
        ("METI last month issued the rules", "ORG_METI"),
        ("In May METI also formally issued the rules", "ORG_METI"),
        ("METI officials issued the rules", "ORG_METI"),
        ("METI Minister Muto issued the rules", "ORG_METI"),
        ("METI & BIO issued the rules", "ORG_METI"),
        ("METI & BIO issued the rules", "ORG_BIO"),
        ("METI, together with BIO, issued the rules", "ORG_METI"),
        ("METI, the economy ministry, issued the rules", "ORG_METI"),
        ("METI and BIO issue rules", "ORG_METI"),
        ("the METI-led plan for plants", "ORG_METI"),
        ("METI formulates the strategy", "ORG_METI"),
        ("METI approves the strategy", "ORG_METI"),
        ("METI begins the program", "ORG_METI"),
        ("METI is drawing up a strategy", "ORG_METI"),
        ("The US raises tariffs", "ORG_US"),
        ("the EU revealed an exemption", "ORG_EU"),
        ("according to METI", "ORG_METI"),
        ("In a statement on Friday, METI announced it", "ORG_METI"),
        ("METI is expected to adopt the rules", "ORG_METI"),
        ("METI said it will set up a fund", "ORG_METI"),
        ("The strategy was adopted by METI on 3 March", "ORG_METI"),
        ("the US government's tariffs", "ORG_US"),
        ("厚生労働省は基本方針を策定した", "ORG_MHLW"),
        ("厚生労働省の基本方針", "ORG_MHLW"),
    ],
)
def test_who_issues(text: str, issuer: str) -> None:
    assert shown("policy", "issued_by", text, issuer, "POL_HARBOUR")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("US tariffs on Japan to be amended", "ORG_US"),
        ("its own US tariffs.", "ORG_US"),
        ("US tariffs on Japan to be amended", "ORG_JAPAN"),
        ("US tariffs on the EU and Japan announced in May", "ORG_JAPAN"),
        ("in Japan the order", "ORG_JAPAN"),
        ("submitted to METI", "ORG_METI"),
        ("the US-Japan talks", "ORG_US"),
        ("METI has not issued the rules", "ORG_METI"),
        ("METI will not issue the rules", "ORG_METI"),
        ("METI never issued the rules", "ORG_METI"),
        ("METI denied that it had issued the rules", "ORG_METI"),
        ("METI published nothing", "ORG_METI"),
        ("whether METI issued the rules", "ORG_METI"),
        ("Japan was hit by the order of the US", "ORG_JAPAN"),
        ("METI was established in 2001", "ORG_METI"),
        ("Japan opposed the order of the US", "ORG_JAPAN"),
        ("the rules, opposed by METI, are out", "ORG_METI"),
        ("rules funded by METI", "ORG_METI"),
        ("rules issued by METI critics", "ORG_METI"),
        ("the rules were not issued by METI", "ORG_METI"),
        ("METI’s rival issued the rules", "ORG_METI"),
        ("Japan’s exports to the US", "ORG_JAPAN"),
        ("the firms lobbied METI for a plan", "ORG_METI"),
        ("the order exempts Japan, the EU and Korea", "ORG_JAPAN"),
        ("the order exempts Japan, the EU and Korea", "ORG_EU"),
        ("the US order hit Japan in May", "ORG_JAPAN"),
        ("Unlike METI, BIO issued the rules", "ORG_METI"),
        ("BIO, not METI, issued the rules", "ORG_METI"),
        ("a firm from the US issued the rules", "ORG_US"),
        ("METI-backed firms issued the rules", "ORG_METI"),
        ("former METI officials issued the rules", "ORG_METI"),
        ("METI was asked to adopt the rules", "ORG_METI"),
        ("METI failed to adopt the rules", "ORG_METI"),
        ("instead of METI, BIO issued the rules", "ORG_METI"),
        ("Neither METI nor BIO adopted the rules", "ORG_METI"),
        ("BIO urged that METI adopt the rules", "ORG_METI"),
        ("US tariffs on the EU, Japan and Korea announced in May", "ORG_JAPAN"),
        ("厚生労働省は策定していない", "ORG_MHLW"),
    ],
)
def test_a_name_beside_an_order_does_not_issue_it(text: str, issuer: str) -> None:
    assert not shown("policy", "issued_by", text, issuer, "POL_HARBOUR")


@pytest.mark.parametrize(("text", "issuer"), [("BIO, not METI, issued the rules", "ORG_BIO")])
def test_who_is_set_against_another_still_issues(text: str, issuer: str) -> None:
    assert shown("policy", "issued_by", text, issuer)
