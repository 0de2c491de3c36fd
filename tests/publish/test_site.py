"""Addresses, facts and links both ways."""

from policykb.publish.facts.items import Fact
from policykb.publish.facts.site import Site


def facts(site: Site, ident: str) -> dict[str, Fact]:
    return {one.name: one for one in site.facts(site.base.by_id[ident])}


def test_addresses_are_relative_and_name_records_of_shared_pages() -> None:
    from policykb.publish.facts.addresses import relative

    assert relative("programs/hef", "ventures/quaylight") == "../programs/hef.html"
    assert relative("index", "a/b/c") == "../../index.html"


def test_a_record_is_addressed_by_its_page_or_by_its_place_on_it(site: Site) -> None:
    assert site.href("PRG_HEF", "index") == "programs/hef.html"
    assert site.href("ORG_VESTA", "ventures/quaylight") == "../organizations/lines.html#ORG_VESTA"
    assert site.href("ORG_VESTA", "organizations/lines") == "#ORG_VESTA"
    assert site.permalink(site.base.by_id["PRG_HEF"], "a/b") == "../id/PRG_HEF.html"
    assert site.file_href("data/x.csv", "ventures/index") == "../data/x.csv"
    assert site.up("index") == ""


def test_a_fact_tells_how_it_is_known(site: Site) -> None:
    quaylight, mole = facts(site, "JV_QUAYLIGHT"), facts(site, "JV_MOLE")
    assert quaylight["status"].state == "quoted"
    assert quaylight["funded_by"].state == "inferred"
    assert quaylight["funded_by"].why == "financed is taken for paid for"
    assert [one.text for one in quaylight["funded_by"].items] == ["Harbour fund"]
    assert [one.number for one in quaylight["agreed"].disputes] == [3]
    assert [one.paragraph for one in quaylight["agreed"].support] == [2]
    assert (mole["funded_by"].state, mole["funded_by"].why) == ("gap", "no source names a program")
    assert facts(site, "PRG_HEF")["aliases"].state == "editorial"


def test_links_are_worded_from_the_other_side(site: Site) -> None:
    backs = site.backs(site.base.by_id["ORG_VESTA"])
    assert [(one.label, [e.entry and e.entry.id for e in one.items]) for one in backs] == [
        ("Alliances and ventures", ["JV_MOLE", "JV_QUAYLIGHT"])
    ]


def test_what_quotes_a_source_comes_in_the_order_of_the_source(site: Site) -> None:
    found = [(one.entry.id, one.paragraph) for one in site.quoted_from["SRC_NOTICE"]]
    assert found == [
        ("JV_QUAYLIGHT", 2),
        ("JV_QUAYLIGHT", 3),
        ("PRG_HEF", 3),
        ("JV_QUAYLIGHT", 4),
    ]


def test_a_page_is_summed_up_by_its_first_sentence(site: Site) -> None:
    assert site.summary(site.base.by_id["JV_QUAYLIGHT"]) == (
        "A venture of two lines for shore power."
    )
    assert site.summary(site.base.by_id["ORG_VESTA"]) == "Organization: Vesta Lines"
    assert site.description("index") == "Words on quays."
    assert [one.summary for one in site.briefs] == ["The Harbour fund pays for Quaylight."]
