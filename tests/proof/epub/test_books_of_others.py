"""EPUBs as they are met: our own titles, and one of pandoc's."""

from pathlib import Path

import pypandoc

from kanben.proof.epub.proof import check_epub
from tests.proof.epub_verdicts import codes, places, verdicts
from tests.real_titles import RealTitle

TEXT = """---
title: 论桥
lang: zh-Hans
---

# 第一章

桥者，所以济不通也[^1]。

## 石桥

[^1]: 《说文》。
"""


def test_a_real_title_keeps_every_rule(title: RealTitle) -> None:
    proof = check_epub(title.epub)

    assert {found.rule: found.faults for found in proof.findings if found.verdict in ("fail", "warn")} == {}


def test_a_book_of_pandoc(tmp_path: Path) -> None:
    """No cover, no way back from a note, a title page in the NCX alone, fixed colours, words claimed for no picture."""
    file = tmp_path / "pandoc.epub"
    pypandoc.convert_text(TEXT, "epub3", "markdown", outputfile=str(file))
    proof = check_epub(file)

    assert {rule for rule, verdict in verdicts(proof).items() if verdict == "fail"} == {"E2", "E3", "E4", "E7", "E9"}
    assert {"ncx-length", "no-cover", "no-back-link", "fixed-body-colour", "claim-untrue"} <= codes(proof)
    assert [place.partition(":")[0] for place in places(proof, "no-back-link")] == ["EPUB/text/ch001.xhtml"]


def test_an_epub_of_the_second_version_is_told_to_be_one(tmp_path: Path) -> None:
    file = tmp_path / "old.epub"
    pypandoc.convert_text(TEXT, "epub2", "markdown", outputfile=str(file))
    proof = check_epub(file)

    assert {"epub-version", "no-nav-toc", "claim-missing"} <= codes(proof)
    assert [found.rule for found in proof.findings if found.verdict == "unmeasured"] == ["E4", "E8", "E11", "E17"]
