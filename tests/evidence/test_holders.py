"""Who holds a product: both are named, and what stands between them says so."""

import pytest
from tests.evidence.known import shown

PATENT = "Asahi Kasei’s process patent for its osteoporosis brand Teribone"
APAC = "Takeda's APAC chief talks about access for products like Adcetris and Qdenga"


@pytest.mark.parametrize(
    ("text", "product", "holder"),
    [
        ("Takeda's Qdenga is", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's Qdenga® is", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's dengue vaccine Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's live attenuated vaccine, Qdenga,", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda Pharmaceutical's Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's Adcetris and Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("the Takeda vaccine Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("the Takeda-made Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda has launched its dengue vaccine Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda, the maker of Qdenga, said", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda, which makes Qdenga, said", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga, Takeda's dengue vaccine", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga from Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga, a vaccine from the Japanese drugmaker Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga (Takeda)", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga (dengue vaccine, Takeda Pharmaceutical)", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga, made by Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga is sold by Takeda in Japan", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga is marketed by Takeda.", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda said its vaccine Qdenga was", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda holds the marketing authorisation for Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda received approval for Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda A/S received approval for Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("The agency approved Qdenga from Takeda for adults", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda manufactures Qdenga in Singen", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda produces Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda supplies Qdenga to Brazil", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda is developing Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga is manufactured and marketed by Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga maker Takeda cut prices", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga belongs to Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品のQdengaが", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品のデング熱ワクチンQdengaが", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品はQdengaを発売した", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品はワクチンQdengaの承認を取得した", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品が販売するQdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga（武田薬品）が", "PRD_QDENGA", "ORG_TAKEDA"),
        (PATENT, "PRD_TERIBONE", "ORG_ASAHI_KASEI"),
    ],
)
def test_who_holds(text: str, product: str, holder: str) -> None:
    assert shown("product", "holder", text, holder, product)


@pytest.mark.parametrize(
    ("text", "product", "holder"),
    [
        (APAC, "PRD_QDENGA", "ORG_TAKEDA"),
        (APAC, "PRD_ADCETRIS", "ORG_TAKEDA"),
        ("several Amgen biosimilars that", "PRD_AMGEN", "ORG_AMGEN"),
        ("Takeda's cancer drug is approved", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda sells products like Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("products such as Qdenga from Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda praised Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda and Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda drugs and Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's rival Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's suit over Qdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Takeda's Qdenga-like vaccine", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga from Takeda's rival", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga from the Takeda rival Amgen", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga outsells Amgen products", "PRD_QDENGA", "ORG_AMGEN"),
        ("Amgen markets Qdenga for Takeda", "PRD_QDENGA", "ORG_AMGEN"),
        ("Qdenga is made by Amgen for Takeda", "PRD_QDENGA", "ORG_AMGEN"),
        ("a generic of Qdenga from Amgen", "PRD_QDENGA", "ORG_AMGEN"),
        ("trials of Qdenga by Amgen", "PRD_QDENGA", "ORG_AMGEN"),
        ("Qdenga is not from Takeda", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Amgen sold Qdenga to Takeda", "PRD_QDENGA", "ORG_AMGEN"),
        ("Qdenga was sold by Amgen to Takeda", "PRD_QDENGA", "ORG_AMGEN"),
        ("Amgen holds no marketing authorisation for Qdenga", "PRD_QDENGA", "ORG_AMGEN"),
        ("Amgen is not developing Qdenga", "PRD_QDENGA", "ORG_AMGEN"),
        ("Amgen said its rival Qdenga was", "PRD_QDENGA", "ORG_AMGEN"),
        ("Amgen said its vaccine is like Qdenga", "PRD_QDENGA", "ORG_AMGEN"),
        ("Qdenga maker Takeda rival Amgen", "PRD_QDENGA", "ORG_AMGEN"),
        ("Qdenga maker Takeda's rival", "PRD_QDENGA", "ORG_TAKEDA"),
        ("Qdenga maker Takeda rival", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品のライバルQdenga", "PRD_QDENGA", "ORG_TAKEDA"),
        ("武田薬品はQdengaを発売していない", "PRD_QDENGA", "ORG_TAKEDA"),
    ],
)
def test_a_name_beside_a_product_does_not_hold_it(text: str, product: str, holder: str) -> None:
    assert not shown("product", "holder", text, holder, product)
