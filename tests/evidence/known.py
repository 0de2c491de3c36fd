"""Names that the tests of evidence know, and the question whether a text shows a value."""

from policykb.evidence.document.quotation import Quotation
from policykb.evidence.names import NameIndex
from policykb.evidence.shown import Context, shows
from policykb.model import TYPES

NAMES = NameIndex(
    {
        "ORG_ALFRESA": ["Alfresa Holdings", "AH"],
        "ORG_ALFRESA_OLD": ["Alfresa"],
        "ORG_AMGEN": ["Amgen"],
        "ORG_AMGEN_JAPAN": ["アムジェン・ジャパン"],
        "ORG_AMGEN_JP": ["アムジェン"],
        "ORG_ASAHI_KASEI": ["Asahi Kasei"],
        "ORG_ASTELLAS": ["Astellas"],
        "ORG_BIO": ["BIO", "Biotechnology Innovation Organization"],
        "ORG_DAIICHI": ["Daiichi Sankyo"],
        "ORG_EISAI": ["Eisai"],
        "ORG_EU": ["European Union", "EU"],
        "ORG_FUJI": ["Fujifilm"],
        "ORG_FUJI_HYPHEN": ["Fuji-Pharma"],
        "ORG_FUJI_OLD": ["Fuji"],
        "ORG_FUJI_PHARMA": ["Fuji Pharma"],
        "ORG_JAPAN": ["Government of Japan", "Japan"],
        "ORG_JBA": ["Japan BioIndustry Association", "JBA"],
        "ORG_LONZA": ["Lonza"],
        "ORG_METI": ["METI", "Ministry of Economy, Trade and Industry"],
        "ORG_MHLW": ["Ministry of Health, Labor and Welfare", "Labour Ministry", "厚生労働省"],
        "ORG_MYCENAX": ["Mycenax", "Mycenax Biotech", "MBI"],
        "ORG_NICHI_IKO": ["Nichi-Iko"],
        "ORG_SAMSUNG": ["Samsung Biologics"],
        "ORG_SAWAI": ["Sawai"],
        "ORG_TAKEDA": ["Takeda", "武田薬品"],
        "ORG_US": ["United States", "US", "U.S. government"],
        "ORG_YASKAWA": ["Yaskawa"],
        "PER_LIND": ["Anna Lind"],
        "PRD_ADCETRIS": ["Adcetris"],
        "PRD_AMGEN": ["Amgen biosimilars for Japan"],
        "PRD_QDENGA": ["Qdenga"],
        "PRD_TERIBONE": ["Teribone"],
        "POL_HARBOUR": ["Harbour Plan"],
    }
)


def shown(kind: str, field: str, text: str, value: str, record: str = "X") -> bool:
    spec = TYPES[kind].specs()[field]
    item = spec.value.parse(value)
    return shows(Quotation(text), field, spec.value, item, Context(NAMES, record), spec.is_link)
