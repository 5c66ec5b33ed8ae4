"""What bytes are read as text, and which are refused with their number."""

import pytest

from kanben.limits import MANUSCRIPT, MANUSCRIPT_LINES
from kanben.manuscript import import_manuscript
from kanben.manuscript.decode import Manuscript, decode

TEXT = "河\n\n第一章 源\n\n水从山上流下来，流到海里。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("gb18030"), "gb18030"),
    ],
)
def test_encodings_that_are_read(data: bytes, encoding: str) -> None:
    manuscript = decode("m.txt", data)
    assert isinstance(manuscript, Manuscript)
    assert (manuscript.text, manuscript.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "m.txt: the manuscript is empty [manuscript-empty]"),
        (b" \r\n\t ", "m.txt: the manuscript is empty [manuscript-empty]"),
        (b"%PDF-1.7 \x00", "m.txt: this is no plain text (PDF) [manuscript-binary]"),
        (b"\x89PNG\r\n\x00\x00", "m.txt: this is no plain text (NUL) [manuscript-binary]"),
        (TEXT.encode() + b"\xff", f"m.txt: byte {len(TEXT.encode()) + 1} (0xFF) is no utf-8 [manuscript-broken]"),
        (TEXT.encode("gb18030") + b"\xff", "m.txt: byte 43 (0xFF) is no gb18030 [manuscript-broken]"),
        (b"\xff\xfe\x00\xd8\x41\x00", "m.txt: byte 3 (0x00) is no utf-16-le [manuscript-broken]"),
        (b"a" * (MANUSCRIPT.most + 1), "m.txt: the manuscript has more than 8000000 bytes [large-manuscript]"),
        (
            b"a" + b"\n" * MANUSCRIPT_LINES.most,
            "m.txt: the manuscript has 500001 lines; kanben takes 500000 [long-manuscript]",
        ),
        ("\u3000\n\f\n".encode(), "m.txt: the manuscript holds no text [manuscript-wordless]"),
    ],
)
def test_bytes_that_are_refused(data: bytes, told: str) -> None:
    imported = import_manuscript("m.txt", data)
    assert [str(fault).split("\n")[0] for fault in imported.troubles] == [told]
    assert imported.files == {}


def test_control_characters_are_left_out_and_told_with_their_place() -> None:
    imported = import_manuscript("m.txt", TEXT.replace("流下", "流\x07\x1b下").encode())
    assert str(imported.troubles[0]).split("\n")[0] == (
        "m.txt:5:6: 2 control characters were left out, the first here [manuscript-control]"
    )
    assert dict(imported.fidelity.counts)["control characters"] == 2
    assert "水从山上流下来" in imported.files["chapters/01.md"].decode()


def test_line_ends_of_every_system_are_read_alike() -> None:
    plain = import_manuscript("m.txt", TEXT.encode()).files["chapters/01.md"]
    for end in ("\r\n", "\r"):
        assert import_manuscript("m.txt", TEXT.replace("\n", end).encode()).files["chapters/01.md"] == plain
