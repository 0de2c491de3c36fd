"""``python -m tests.documents.trial FOLDER``: make documents with other programs, and measure what
is taken from them.

Needs LuaLaTeX with luatexja, pLaTeX, LibreOffice, pandoc, Chromium and pdftotext. A paragraph is
right where it stands in the text whole and alone, its page where pdftotext finds its first words.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import time
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.evidence import corpora

GERMAN = tomllib.loads(Path(__file__).with_name("german.toml").read_text(encoding="utf-8"))
ROWS = [["Port", "Year", "Sum in euros"], ["Vik", "2024", "1,250,000"], ["Moss", "2025", "980,500"]]
ROWS_JA = [
    ["港", "年度", "交付額（千円）"],
    ["北浜", "令和6年度", "1,250"],
    ["南浜", "令和7年度", "980"],
]


@dataclass
class Made:
    """What a document is made of: its headline, sections of paragraphs, a table, footnotes by the
    number of their paragraph."""

    language: str
    headline: str
    paragraphs: list[str]
    rows: list[list[str]] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)
    head: str = ""


def made(language: str, seed: int, *, rows: bool = False, notes: bool = False) -> Made:
    """A document of sentences of the corpus, or of German ones."""
    random = Random(seed)
    sentences = list(_sentences(language))
    random.shuffle(sentences)
    gap = "" if language == "ja" else " "
    paragraphs = []
    while len(sentences) > 8:
        count = random.randint(2, 6)
        paragraphs.append(gap.join(sentences[:count]))
        del sentences[:count]
    headline = {
        "en": "Report on ports, grids and fees",
        "de": "Bericht über die Hafenwirtschaft",
        "ja": "港湾補助金に関する報告",
    }[language]
    found = Made(language, headline, paragraphs)
    if rows:
        found.rows = ROWS_JA if language == "ja" else ROWS
    if notes:
        found.notes = dict(zip(range(1, len(paragraphs), 3), sentences[:3], strict=False))
    return found


def _sentences(language: str) -> Iterator[str]:
    if language == "de":
        yield from GERMAN["sentences"]
        return
    end = "。" if language == "ja" else ". "
    for document in corpora.read().documents:
        if document.language != language or document.paragraphs == "line":
            continue
        for block in document.text.split("\n\n"):
            for part in " ".join(block.split()).split(end):
                text = part.strip().rstrip(".。")
                if not re.fullmatch(r"[\x00-\x7f’‘“”\u3000-\uffef]+", text):
                    continue
                if len(text) > (14 if language == "ja" else 40) and not re.match(r"\W", text):
                    yield f"{text}{end.strip()}"


# Writers: each makes a file of a document.

TEX = {"%": r"\%", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "“": "``", "”": "''"}


def _tex(text: str) -> str:
    return "".join(TEX.get(char, char) for char in text)


def tex_body(one: Made) -> str:
    parts = [rf"\title{{{_tex(one.headline)}}}\author{{}}\date{{}}\maketitle"]
    for number, text in enumerate(one.paragraphs):
        note = one.notes.get(number)
        parts.append(_tex(text) + (rf"\footnote{{{_tex(note)}}}" if note else ""))
        if number == 3 and one.rows:
            rows = "\\\\\n".join(" & ".join(map(_tex, row)) for row in one.rows)
            table = f"\\begin{{tabular}}{{lll}}\n{rows}\n\\end{{tabular}}"
            parts.append(f"\\begin{{center}}{table}\\end{{center}}")
    return "\n\n".join(parts)


def latex(folder: Path, one: Made, preamble: str, engine: str = "lualatex") -> Path:
    source = folder / "made.tex"
    body = f"{preamble}\n\\begin{{document}}\n{tex_body(one)}\n\\end{{document}}\n"
    source.write_text(body, encoding="utf-8")
    for _ in range(2):
        run(folder, engine, "-interaction=nonstopmode", source.name)
    if engine == "platex":
        run(folder, "dvipdfmx", "-q", "made.dvi")
    return folder / "made.pdf"


def web(one: Made, style: str = "", soft: bool = False) -> str:
    def text(words: str) -> str:
        said = html.escape(words)
        return re.sub(r"(\w{4})(?=\w{4})", "\\1&shy;", said) if soft else said

    parts = [f"<h1>{text(one.headline)}</h1>"]
    for number, words in enumerate(one.paragraphs):
        mark = f"<sup>{number}</sup>" if number in one.notes else ""
        parts.append(f"<p>{text(words)}{mark}</p>")
        if number == 3 and one.rows:
            rows = "".join(
                f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>"
                for row in one.rows
            )
            parts.append(f"<table>{rows}</table>")
    for number, words in one.notes.items():
        parts.append(f'<p style="font-size:80%">{number} {text(words)}</p>')
    body = "\n".join(parts)
    css = f"body{{font-family:serif;line-height:1.4}}td{{padding:0 2em}}{style}"
    title = html.escape(one.headline)
    return (
        f'<!doctype html><html lang="{one.language}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{css}</style></head><body>{body}</body></html>"
    )


def chromium(folder: Path, one: Made, style: str = "", *, soft: bool = False) -> Path:
    page = folder / "made.html"
    page.write_text(web(one, style, soft), encoding="utf-8")
    run(folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu",
        "--print-to-pdf=made.pdf", page.as_uri())  # fmt: skip
    return folder / "made.pdf"


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">
<office:font-face-decls>
<style:font-face style:name="CJK" svg:font-family="'Noto Serif CJK JP'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="11pt"
 style:font-size-asian="11pt" style:font-name-asian="CJK" fo:language="LANG" fo:country="LAND"
 fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>
</style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties
 fo:font-size="20pt" style:font-size-asian="20pt" style:font-name-asian="CJK"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm" style:writing-mode="WRITING">
<style:columns fo:column-count="COLUMNS" fo:column-gap="0.8cm"/></style:page-layout-properties>
<style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:footer><text:p>FOOT <text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>BODY</office:text></office:body></office:document>"""


def fodt(one: Made, columns: int = 1, writing: str = "lr-tb") -> str:
    parts = [f'<text:p text:style-name="Title">{html.escape(one.headline)}</text:p>']
    for number, words in enumerate(one.paragraphs):
        note = one.notes.get(number)
        foot = (
            f'<text:note text:note-class="footnote"><text:note-citation>{number}'
            f"</text:note-citation><text:note-body><text:p>{html.escape(note)}</text:p>"
            "</text:note-body></text:note>"
            if note
            else ""
        )
        parts.append(f'<text:p text:style-name="Standard">{html.escape(words)}{foot}</text:p>')
        if number == 3 and one.rows:
            cells = [
                "".join(
                    f"<table:table-cell><text:p>{html.escape(cell)}</text:p></table:table-cell>"
                    for cell in row
                )
                for row in one.rows
            ]
            rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
            column = '<table:table-column table:number-columns-repeated="3"/>'
            parts.append(f"<table:table>{column}{rows}</table:table>")
    filled = {
        "BODY": "".join(parts), "COLUMNS": str(columns), "WRITING": writing, "FOOT": one.head,
        "LANG": one.language, "LAND": {"de": "DE", "en": "US", "ja": "JP"}[one.language],
    }  # fmt: skip
    return re.sub("|".join(filled), lambda match: filled[match[0]], FODT)


def office(folder: Path, source: Path, kind: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run(folder, "soffice", profile, "--headless", "--convert-to", kind, source.name)
    return source.with_suffix(f".{kind.partition(':')[0]}")


def writer(folder: Path, one: Made, kind: str, columns: int = 1, writing: str = "lr-tb") -> Path:
    source = folder / "made.fodt"
    source.write_text(fodt(one, columns, writing), encoding="utf-8")
    return office(folder, source, kind)


def pandoc(folder: Path, one: Made, name: str) -> Path:
    parts = [f"---\ntitle: {one.headline}\nlang: {one.language}\n---"]
    for number, words in enumerate(one.paragraphs):
        mark = f"[^{number}]" if number in one.notes else ""
        parts.append(re.sub(r"^(\w+)([.)])", r"\1\\\2", words.replace("*", "\\*")) + mark)
        if number == 3 and one.rows:
            line = [f"| {' | '.join(row)} |" for row in one.rows]
            parts.append("\n".join([line[0], "|---|---|---|", *line[1:]]))
    parts += [f"[^{number}]: {note}" for number, note in one.notes.items()]
    (folder / "made.md").write_text("\n\n".join(parts), encoding="utf-8")
    run(folder, "pandoc", "-s", "-f", "markdown-smart", "made.md", "-o", name)
    return folder / name


def mail(folder: Path, one: Made, *, as_html: bool, charset: str) -> Path:
    message = EmailMessage()
    message["Subject"], message["From"] = one.headline, "Clerk <clerk@ports.example>"
    message["Date"] = "Tue, 04 Mar 2025 10:00:00 +0000"
    text = "\n\n".join(one.paragraphs)
    content = web(one) if as_html else text
    message.set_content(content, subtype="html" if as_html else "plain", charset=charset)
    path = folder / "made.eml"
    path.write_bytes(bytes(message))
    return path


def run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)


ARTICLE = (
    r"\documentclass[11pt%s]{article}\usepackage[%s]{babel}\usepackage[T1]{fontenc}"
    r"\usepackage{lmodern}\usepackage[utf8]{inputenc}\usepackage[a4paper]{geometry}"
)
LUAJA = r"\documentclass[%s]{%s}\usepackage[haranoaji]{luatexja-preset}"
PRINTED = "@page{size:A4;margin:2cm}"
TATE = f"{PRINTED}html{{writing-mode:vertical-rl}}body{{height:24cm}}"
TWO = f"{PRINTED}body{{columns:2;text-align:justify}}"


def article(folder: Path, one: Made, options: str = "", engine: str = "lualatex") -> Path:
    language = {"en": "english", "de": "ngerman"}[one.language]
    return latex(folder, one, ARTICLE % (options, language), engine)


def japanese(folder: Path, one: Made, kind: str, options: str = "a4paper") -> Path:
    return latex(folder, one, LUAJA % (options, kind))


Make = Callable[[Path, Made], Path]
DOCUMENTS: list[tuple[str, str, str, Make]] = [
    ("LuaLaTeX, footnotes", "en", "n", article),
    ("pdfLaTeX, table", "en", "r", partial(article, engine="pdflatex")),
    ("LuaLaTeX, two columns, footnotes", "en", "n", partial(article, options=",twocolumn")),
    ("LuaLaTeX, footnotes", "de", "n", article),
    ("pdfLaTeX, two columns", "de", "", partial(article, options=",twocolumn", engine="pdflatex")),
    ("LuaLaTeX, table", "ja", "r", partial(japanese, kind="ltjsarticle")),
    ("LuaLaTeX, two columns", "ja", "", partial(japanese, kind="ltjsarticle", options="twocolumn")),
    ("LuaLaTeX, vertical", "ja", "", partial(japanese, kind="ltjtarticle")),
    ("pLaTeX, vertical", "ja", "",
     partial(latex, preamble=r"\documentclass{tarticle}", engine="platex")),
    ("LibreOffice, table, footnotes", "en", "rn", partial(writer, kind="pdf")),
    ("LibreOffice, two columns, footnotes", "de", "n", partial(writer, kind="pdf", columns=2)),
    ("LibreOffice, table, footnotes", "ja", "rn", partial(writer, kind="pdf")),
    ("LibreOffice, two columns", "ja", "", partial(writer, kind="pdf", columns=2)),
    ("LibreOffice, vertical", "ja", "", partial(writer, kind="pdf", writing="tb-rl")),
    ("Chromium, table, footnotes", "en", "rn", partial(chromium, style=PRINTED)),
    ("Chromium, two columns, soft hyphens", "en", "", partial(chromium, style=TWO, soft=True)),
    ("Chromium, two columns, soft hyphens", "de", "", partial(chromium, style=TWO, soft=True)),
    ("Chromium, table", "ja", "r", partial(chromium, style=PRINTED)),
    ("Chromium, two columns", "ja", "", partial(chromium, style=TWO)),
    ("Chromium, vertical", "ja", "", partial(chromium, style=TATE)),
    ("pandoc, .docx, table, footnotes", "en", "rn", partial(pandoc, name="made.docx")),
    ("LibreOffice, .docx, table, footnotes", "de", "rn", partial(writer, kind="docx")),
    ("pandoc, .docx, table, footnotes", "ja", "rn", partial(pandoc, name="made.docx")),
    ("pandoc, .html, table, footnotes", "en", "rn", partial(pandoc, name="made.html")),
    ("pandoc, .html, table, footnotes", "ja", "rn", partial(pandoc, name="made.html")),
    (".eml, quoted-printable", "de", "", partial(mail, as_html=False, charset="utf-8")),
    (".eml, HTML, ISO-2022-JP", "ja", "", partial(mail, as_html=True, charset="iso-2022-jp")),
]  # fmt: skip


@dataclass
class Taken:
    """What was taken from a document, and at what cost."""

    data: dict[str, Any]
    seconds: float
    megabytes: float


def taken(path: Path) -> Taken:
    """Read a document as `source add` does, in a process of its own."""
    begun = time.perf_counter()
    command = [sys.executable, "-I", "-m", "policykb.documents.child", str(path), "[]"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        said = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    seconds = time.perf_counter() - begun
    return Taken(json.loads(said), seconds, usage.ru_maxrss / 1024)


def plain(text: str) -> str:
    """The characters that are compared: spaces of Japanese and the form of characters aside."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"[“”]|``|''", '"', text)
    text = re.sub(r"(?<=[\u3000-\uffef])\s+|\s+(?=[\u3000-\uffef%])", "", text)
    return " ".join(text.split())


def measure(one: Made, path: Path) -> list[str]:
    """The cells of a document's row."""
    got = taken(path)
    pages = [plain_paragraphs(page) for page in got.data["text"].split("\f")]
    marks = dict.fromkeys(one.notes, r"\W?\d{0,2}\W?")
    right = on_page = found = 0
    witness = seen_pages(path) if path.suffix == ".pdf" else []
    truths = [(plain(text), marks.get(at, "")) for at, text in enumerate(one.paragraphs)]
    truths += [(rf"{plain(text)}", "note") for text in one.notes.values()]
    truths += [(plain(f"| {' | '.join(row)} |"), "") for row in one.rows]
    joined = plain_paragraphs(re.sub(r"(?<!\n)\n\f", " ", got.data["text"]))
    for text, mark in truths:
        before = r"[\[\]\W\d]*" if mark == "note" else ""
        pattern = re.compile(f"{before}{re.escape(text)}{'' if mark == 'note' else mark}[\\W↩]*")
        if any(pattern.fullmatch(one_found) for one_found in joined):
            right += 1
        else:
            print(f"   not right: {text[:300]}", file=sys.stderr)
        told_page = page_of(witness, text)
        found += told_page >= 0
        on_page += told_page >= 0 and page_of(pages, text) == told_page
    hyphens, kept = hyphenation(path, got.data["text"], one)
    return [
        one.language, f"{right}/{len(truths)}",
        f"{hyphens - kept}/{hyphens}" if hyphens else "–",
        f"{on_page}/{found}" if witness else "–",
        "yes" if plain(got.data["headline"]) == plain(one.headline) else "no",
        str(got.data["pages"] or "–"), str(len(got.data["doubtful"])),
        f"{got.seconds:.2f}", f"{got.megabytes:.0f}",
    ]  # fmt: skip


def plain_paragraphs(text: str) -> list[str]:
    return [plain(part) for block in text.split("\n\n") for part in rows(block)]


def rows(block: str) -> list[str]:
    return block.split("\n") if block.strip().startswith("|") else [block]


def page_of(pages: list[list[str]], text: str) -> int:
    """The page that has the first characters of a paragraph, spaces aside."""
    start = re.sub(r"[\W_]", "", text)[:START]
    return next(
        (at for at, page in enumerate(pages) if start in re.sub(r"[\W_]", "", "".join(page))), -1
    )


def seen_pages(path: Path) -> list[list[str]]:
    """The text of each page as pdftotext has it, words that lines part put together."""
    out = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    text = re.sub(r"[-\u00ad\u2010]\n", "", out.decode("utf-8"))
    return [[plain(page)] for page in text.split("\f")]


def hyphenation(path: Path, text: str, one: Made) -> tuple[int, int]:
    """How many words of a document a line of the PDF parts, and how many are parted in the text."""
    if path.suffix != ".pdf":
        return 0, 0
    out = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    said = re.sub("\u00ad(?!\n)", "", out.stdout.decode("utf-8"))
    mark = "[-\u00ad\u2010]\n"
    parted = [re.sub(mark, "", word) for word in re.findall(rf"\w+(?:{mark}\w+)+", said)]
    true = re.findall(r"\w+", " ".join([*one.paragraphs, *one.notes.values()]))
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text))
    parted = [word for word in parted if word in true]
    return len(parted), sum(word not in words for word in parted)


START = 12
COLUMNS = (
    "Document", "Language", "Paragraphs", "Hyphens", "Page", "Headline", "Pages", "Doubtful", "s",
    "MB",
)  # fmt: skip


def main(folder: Path, only: str = "") -> None:
    """Print the table in Markdown; documents that are there already are taken as they are."""
    names = (
        "Document | Language | Paragraphs | Hyphens | Page | Headline | Pages | Doubtful | s | MB"
    )
    print(f"| {names} |\n|{'---|' * 10}")
    for number, (said, language, more, make) in enumerate(DOCUMENTS, 1):
        if only not in f"{number} {said}":
            continue
        one = made(language, number, rows="r" in more, notes="n" in more)
        place, mark = folder / f"{number:02}", folder / f"{number:02}" / "made"
        if not mark.exists():
            place.mkdir(parents=True, exist_ok=True)
            mark.write_text(make(place, one).name)
        print(f"   {place}", file=sys.stderr)
        print(f"| {said} | {' | '.join(measure(one, place / mark.read_text()))} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), *sys.argv[2:])
