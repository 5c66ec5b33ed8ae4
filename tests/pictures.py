"""Draw the README's pictures from the digest's finished editions: python -m tests.pictures."""

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from kanben.press.title import press
from kanben.press.worker import worker
from tests.checkers.browser import site
from tests.real_titles import DIGEST, ROOT

PICTURES = ROOT / ".github" / "pictures"
SHEETS = (
    ("封面", "iii", "v", "1"),
    ("3", "2", "9", "27"),
)  # cover, preface, contents, opener; notes, figure, table, works
SCALE, GAP, PAPER = 1.1, 24, (226, 224, 219)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with worker() as layout:
        files = press(DIGEST, layout).files
    document = pypdfium2.PdfDocument(files[f"{DIGEST.name}.pdf"])
    labels = [document.get_page_label(n) for n in range(len(document))]
    for n, sheet_labels in enumerate(SHEETS, 1):
        leaves = [document[labels.index(label)].render(scale=SCALE).to_pil().convert("RGB") for label in sheet_labels]
        save(sheet(leaves), f"print-{n}")
    with tempfile.TemporaryDirectory() as room:
        for name, data in files.items():
            (Path(room) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(room) / name).write_bytes(data)
        screenshots(Path(room) / "web")


def sheet(leaves: list[Image.Image]) -> Image.Image:
    """Pages side by side on grey paper."""
    width, height = leaves[0].size
    whole = Image.new("RGB", (len(leaves) * (width + GAP) + GAP, height + 2 * GAP), PAPER)
    for n, leaf in enumerate(leaves):
        whole.paste(leaf, (GAP + n * (width + GAP), GAP))
    return whole


def screenshots(web: Path) -> None:
    """The web edition at a desk and on a phone."""
    with site(web, width=1280, height=800) as shown:
        shown.open("ch01.html").screenshot(path=PICTURES / "web-desktop.png")
    with site(web, width=390, height=800, scheme="dark") as shown:
        page = shown.open("ch01.html")
        page.click("a[role=doc-noteref] >> nth=1")
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / "web-phone.png")


def save(picture: Image.Image, name: str) -> None:
    picture.quantize(64).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
