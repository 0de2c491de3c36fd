"""Twenty questions of readers, from the front page to the words that answer them.

``REWRITE=1`` has the run write docs/guide/readers.md anew instead of comparing with it.
"""

import os
import re
import tomllib
from pathlib import Path
from textwrap import fill
from typing import Any, NamedTuple
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, expect

HERE = Path(__file__)
GUIDE = HERE.parents[2] / "docs/guide/readers.md"
QUESTIONS = tomllib.loads(HERE.with_name("readers.toml").read_text("utf-8"))["question"]
DESK, PHONE = (1280, 800), (390, 844)
HEAD = """\
# Twenty questions, and where the answers stand

Each question is asked from the front page, the way a reader would go. `tests/browser/readers.toml`
has the questions; `tests/browser/test_readers.py` goes the ways and writes this page. A step is a
name or words typed, or a click. The numbers are pixels from the top of the window, without
scrolling, to the end of the answer, in a window of 1280 by 800 and on a phone of 390 by 844.

```text
"""
PIXELS = re.compile(r"\b\d+ px(, below the first screen)?")
"""They depend on the fonts of the machine: a page is compared without them."""
FIND = """words => {
  const main = document.querySelector('main'), texts = [], walk =
    document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let all = '';
  for (let node; (node = walk.nextNode());) {
    if (!node.parentElement.checkVisibility()) continue;
    for (let at = 0; at < node.data.length; at++) {
      const one = node.data[at].replace(/\\s/, ' ');
      if (one === ' ' && all.endsWith(' ')) continue;
      texts.push([node, at]); all += one;
    }
  }
  const at = all.indexOf(words);
  if (at < 0) return null;
  const range = document.createRange(), [last, end] = texts[at + words.length - 1];
  range.setStart(...texts[at]); range.setEnd(last, end + 1);
  const box = texts[at][0].parentElement;
  const block = box.closest('p, li, td, th, dd, pre, h1, h2, h3') || box;
  return [Math.round(range.getBoundingClientRect().bottom), block.innerText];
}"""
"""The lower edge of words on the page, in the window, and the block that they stand in."""


class Found(NamedTuple):
    """Where the words of an answer stand: their lower edge, and the sentence."""

    edge: int
    sentence: str


class Answer(NamedTuple):
    """A question's page, the lower edges of its answer, and the sentences."""

    question: dict[str, Any]
    where: str
    desk: int
    phone: int
    said: list[str]


def step(page: Page, done: str) -> None:
    """Type or click as one step says."""
    how, _, what = done.partition(": ")
    before = page.url
    if how == "search":
        page.locator("#hero-q").fill(what)
        page.keyboard.press("Enter")
        expect(page.locator("#summary")).to_contain_text(what)
    elif how == "jump":
        page.locator("#jump").fill(what)
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Enter")
    else:
        page.locator("main").get_by_role("link", name=what).first.click()
    page.wait_for_url(lambda url: url != before)


def found(page: Page, words: str) -> Found:
    """Where they stand."""
    expect(page.locator("main")).to_contain_text(words)
    edge, block = page.evaluate(FIND, words)
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z“])", " ".join(block.split()))
    whole = (one for one in sentences if words in one and one.endswith("."))
    return Found(edge, next(whole, words))


def ask(page: Page, question: dict[str, Any]) -> Answer:
    """Go the way at a desk; look again on a phone."""
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    page.goto("index.html")
    for one in question["way"]:
        step(page, one)
    desk = [found(page, words) for words in question["answer"]]
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    phone = [found(page, words).edge for words in question["answer"]]
    where = unquote(address.removeprefix(page.url[: page.url.index("/", 8) + 1]))
    said = list(dict.fromkeys(one.sentence for one in desk))
    return Answer(question, where, max(one.edge for one in desk), max(phone), said)


def told(one: Answer) -> str:
    """What the page says of it."""
    way = one.question["way"]
    below = "" if one.phone <= PHONE[1] else ", below the first screen"
    number = f"{len(way)} step{'s' if len(way) > 1 else ''}"
    lines = [one.question["asked"], f"{number}: {'; '.join(way)}", one.where]
    lines += [f"{one.desk} px; on a phone {one.phone} px{below}", *one.said]
    return "\n".join(fill(line, 96, subsequent_indent="  ") for line in lines) + "\n\n"


def test_twenty_questions_are_answered_on_the_first_screen(browser: Browser, base_url: str) -> None:
    # Not the fixture `page`, whose watch over requests leaves nothing to the browser's cache.
    with browser.new_context(base_url=base_url, reduced_motion="reduce") as context:
        page = context.new_page()
        answers = [ask(page, question) for question in QUESTIONS]
    assert len(answers) >= 20
    assert [one.question["asked"] for one in answers if not 0 < one.desk <= DESK[1]] == []
    text = HEAD + "".join(map(told, answers)).rstrip() + "\n```\n"
    if os.environ.get("REWRITE"):
        GUIDE.write_text(text, "utf-8")
    assert PIXELS.sub("", GUIDE.read_text("utf-8")) == PIXELS.sub("", text)
