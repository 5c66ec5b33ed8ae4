"""On a narrow screen lines of an e-book end where a reader expects it."""

from pathlib import Path

from tests.checkers.reader import screen
from tests.real_titles import RealTitle

PARTED = "[...leaf().querySelectorAll('a.xref')].filter(a => a.getClientRects().length > 1).map(a => a.textContent)"
BLOCKS = "[...leaf().querySelectorAll('nav#toc a')]"
LAST = """() => {
  const range = leaf().createRange()
  return BLOCKS.map(block => {
    range.selectNodeContents(block)
    const lines = new Map()
    for (const box of range.getClientRects()) lines.set(Math.round(box.top), box.width)
    const last = [...lines.values()].at(-1) / parseFloat(getComputedStyle(block).fontSize)
    return lines.size > 1 && last < 1.5 ? block.textContent : ''
  }).filter(words => words)
}""".replace("BLOCKS", BLOCKS)


def test_what_a_figure_is_called_stays_on_a_line(digest: RealTitle, tmp_path: Path) -> None:
    epub = digest.write(tmp_path) / f"{digest.book.name}.epub"
    for width in (384, 390, 396):
        with screen(epub, width, 780) as page:
            page.evaluate("turn('ch01.xhtml')")
            assert page.evaluate(PARTED) == []


def test_no_line_of_the_contents_ends_with_a_single_character(digest: RealTitle, tmp_path: Path) -> None:
    epub = digest.write(tmp_path) / f"{digest.book.name}.epub"
    for width in (380, 390, 400):
        with screen(epub, width, 780) as page:
            page.evaluate("turn('nav.xhtml')")
            assert page.evaluate(LAST) == []
