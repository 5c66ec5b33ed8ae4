"""Measure how far words and pictures stand out from what is behind them (WCAG 2.2 § 1.4.3)."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Locator, Page

LEAST = 4.5
FAINT = """([words, least]) => {
  const root = words.documentElement
  const look = element => words.defaultView.getComputedStyle(element)
  const parts = colour => colour.match(/[\\d.]+/g).map(Number)
  const mixed = ([r, g, b, a = 1], under, share = 1) =>
    [r, g, b].map((value, at) => value * a * share + under[at] * (1 - a * share))
  const light = colour => colour.map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0)
  const line = element => element ? [...line(element.parentElement), element] : []
  const canvas = root.appendChild(words.createElement('i'))
  canvas.style = 'background: Canvas !important'
  const paper = parts(look(canvas).backgroundColor)
  canvas.remove()
  const found = []
  const texts = words.createTreeWalker(words.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const [text, element] = [texts.currentNode.data.trim(), texts.currentNode.parentElement]
    if (!text || !element.checkVisibility()) continue
    const above = line(element)
    const ground = above.reduce((under, each) => mixed(parts(look(each).backgroundColor), under), paper)
    const share = above.reduce((product, each) => product * look(each).opacity, 1)
    const [low, high] = [ground, mixed(parts(look(element).color), ground, share)].map(light).sort((a, b) => a - b)
    if ((high + 0.05) / (low + 0.05) < least) found.push(text)
  }
  return found
}"""


def faint_words(page: Page, document: str) -> list[str]:
    """The texts that are too near to their ground in a document, which is named by an expression of the page."""
    words: list[str] = page.evaluate(f"least => ({FAINT})([{document}, least])", LEAST)
    return words


def contrast_of(picture: Locator) -> float:
    """The contrast between the lightest and the darkest spot of a picture, as it is on the screen."""
    seen = Image.open(BytesIO(picture.screenshot(animations="disabled"))).convert("RGB")
    lights = sorted(light(*colour) for _, colour in seen.getcolors(seen.width * seen.height) or ())
    return (lights[-1] + 0.05) / (lights[0] + 0.05)


def light(*colour: int) -> float:
    shares = (value / 255 for value in colour)
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return sum(factor * share for factor, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
