"""The zip of an EPUB: how it must be packed, and what a stranger's zip may not do to whoever checks it."""

import random
import struct
import tracemalloc
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from kanben.limits import EPUB_BYTES, EPUB_FILES
from kanben.proof.epub import archive
from kanben.proof.epub.proof import check_epub
from kanben.trouble import Stop
from tests.proof.epub_changes import Change, changed, files_of, packed
from tests.proof.epub_verdicts import codes, places, verdicts

CONTAINER = "META-INF/container.xml"


def refused(data: bytes, name: str = "book.epub") -> str:
    """The one trouble that a file is turned away with."""
    with pytest.raises(Stop) as stop:
        check_epub(data, name)
    [fault] = stop.value.troubles
    assert str(fault.place) == name
    return fault.code


# ---- packing -------------------------------------------------------------------------------------------------


def test_mimetype_is_stored(bridges: bytes) -> None:
    proof = check_epub(packed(files_of(bridges), {"mimetype": zipfile.ZIP_DEFLATED}))

    assert (verdicts(proof), places(proof, "mimetype-packed")) == ({"E10": "fail"}, ["mimetype"])


def test_mimetype_comes_first(bridges: bytes) -> None:
    files = files_of(bridges)
    last = {name: data for name, data in files.items() if name != "mimetype"} | {"mimetype": files["mimetype"]}
    proof = check_epub(packed(last))

    assert (verdicts(proof), codes(proof)) == ({"E10": "fail"}, {"mimetype-not-first"})


def test_mimetype_says_nothing_else(bridges: bytes) -> None:
    proof = check_epub(packed(files_of(bridges) | {"mimetype": b"application/epub+zip\n"}))

    assert (verdicts(proof), codes(proof)) == ({"E10": "fail"}, {"mimetype-other"})


@pytest.mark.parametrize("name", ["Ch02.xhtml", "桥.xhtml", "ch 02.xhtml"])
def test_names_are_plain(bridges: bytes, name: str) -> None:
    files = {old.replace("ch02.xhtml", name): data for old, data in files_of(bridges).items()}
    renamed = changed(packed(files), Change("*", r"ch02\.xhtml", name))
    proof = check_epub(renamed)

    assert (verdicts(proof), places(proof, "name-not-plain")) == ({"E10": "fail"}, [f"EPUB/{name}"])


def test_two_names_that_differ_in_capitals_alone(bridges: bytes) -> None:
    proof = check_epub(changed(bridges, **{"Style.css": b""}))

    assert places(proof, "name-twice") == ["EPUB/Style.css"]


def test_files_are_packed_by_deflate(bridges: bytes) -> None:
    proof = check_epub(packed(files_of(bridges), {"EPUB/style.css": zipfile.ZIP_BZIP2}))

    assert (verdicts(proof), places(proof, "packed-otherwise")) == ({"E10": "fail"}, ["EPUB/style.css"])


def test_a_damaged_file_is_found_by_its_checksum(bridges: bytes) -> None:
    whole = packed(files_of(bridges), {"EPUB/images/arch.svg": zipfile.ZIP_STORED})
    damaged = whole.replace(b"<svg", b"<svx", 1)
    proof = check_epub(damaged)

    assert (verdicts(proof), places(proof, "item-unreadable")) == ({"E14": "fail"}, ["EPUB/images/arch.svg"])


# ---- broken and hostile files --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04" + bytes(40), b"%PDF-1.7", bytes(100), b"PK\x05\x06" + b"\xff" * 18],
    ids=["empty", "two letters", "a head", "a PDF", "zeros", "a lying end"],
)
def test_what_is_no_zip(data: bytes) -> None:
    assert refused(data) == "broken-epub"


def test_a_zip_that_ends_early(bridges: bytes) -> None:
    assert refused(bridges[: len(bridges) // 2]) == "broken-epub"


def test_a_zip_without_files() -> None:
    assert refused(packed({})) == "epub-lacks-file"


def test_a_zip_without_container(bridges: bytes) -> None:
    files = files_of(bridges)
    del files[CONTAINER]

    assert refused(packed(files)) == "epub-lacks-file"


@pytest.mark.parametrize(
    ("container", "code"),
    [
        (b"", "broken-package"),
        (b"<container>", "broken-package"),
        (b"<container/>", "epub-lacks-file"),
        (b'<container><rootfile full-path="../../etc/passwd"/></container>', "epub-lacks-file"),
        (b'<container><rootfile full-path="mimetype"/></container>', "broken-package"),
        (b'<container><rootfile full-path="EPUB/ch01.xhtml"/></container>', "no-package"),
    ],
)
def test_a_container_that_leads_to_no_package(bridges: bytes, container: bytes, code: str) -> None:
    assert refused(packed(files_of(bridges) | {CONTAINER: container})) == code


def test_a_broken_package_is_told_with_its_line(bridges: bytes) -> None:
    broken = changed(bridges, Change("content.opf", "</metadata>"))
    with pytest.raises(Stop) as stop:
        check_epub(broken, "book.epub")

    assert str(stop.value).startswith("book.epub: EPUB/content.opf:")


@pytest.mark.parametrize("name", ["../evil.xhtml", "EPUB/../../x", "/etc/passwd", "C:/x", "EPUB\\x", "a\x01b"])
def test_a_name_that_leads_out_of_the_zip(bridges: bytes, name: str) -> None:
    assert refused(packed(files_of(bridges) | {name: b"x"})) == "epub-unsafe-name"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(bridges: bytes) -> None:
    bomb = packed(files_of(bridges) | {"EPUB/x.css": bytes(60_000_000)})
    tracemalloc.start()
    try:
        assert refused(bomb) == "epub-zip-bomb"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_size_that_the_directory_lies_about(bridges: bytes) -> None:
    """What says that it is small is read as if it were; the rest is not unpacked, and its checksum tells."""
    whole = bytearray(packed(files_of(bridges) | {"EPUB/style.css": bytes(10_000_000)}))
    at = whole.rindex(b"EPUB/style.css") - 46  # the head of its entry in the directory
    assert whole[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", whole, at + 24, 1000)

    assert places(check_epub(bytes(whole)), "item-unreadable") == ["EPUB/style.css"]


def test_a_locked_zip(bridges: bytes) -> None:
    locked = bytearray(bridges)
    at = locked.index(b"PK\x01\x02")
    struct.pack_into("<H", locked, at + 8, 1)

    assert refused(bytes(locked)) == "locked-epub"


def test_too_many_files(bridges: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "EPUB_FILES", replace(EPUB_FILES, most=5))

    assert refused(bridges) == "epub-too-many-files"


def test_a_book_that_unpacks_to_too_much(bridges: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "EPUB_BYTES", replace(EPUB_BYTES, most=100_000))

    assert refused(bridges) == "epub-too-large"


def test_entities_are_told_and_not_followed(bridges: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    declared = Change("ch02.xhtml", "<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    proof = check_epub(changed(bridges, declared, Change("ch02.xhtml", "<h1 ", "<p>&amp;</p><h1 ")))

    assert codes(proof) == {"entity-declared"}
    assert "geheim" not in str(proof)


def test_entities_that_multiply(bridges: bytes) -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    declared = Change("ch02.xhtml", "<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY l0 "哈">{laughs}]>')
    proof = check_epub(changed(bridges, declared, Change("ch02.xhtml", "</section>", "<p>&l9;</p></section>")))

    assert "E13" in verdicts(proof)


def test_elements_nested_without_end(bridges: bytes) -> None:
    deep = Change("ch02.xhtml", "</section>", "<div>" * 5000 + "</div>" * 5000 + "</section>")

    assert verdicts(check_epub(changed(bridges, deep))) == {"E13": "fail"}


@pytest.mark.parametrize("css", ["(" * 6000, "a{" * 6000, "@media x{" * 6000, "a{b:" + "calc(" * 6000])
def test_brackets_nested_without_end(bridges: bytes, css: str) -> None:
    proof = check_epub(changed(bridges, Change("style.css", "$", css)))

    assert (verdicts(proof), places(proof, "style-too-deep")) == ({"E7": "fail"}, ["EPUB/style.css"])


@pytest.mark.parametrize("size", ['viewBox="0 0 1.2.3 ."', 'width="9" height="?"', f'viewBox="0 0 {"9" * 5000} 5"'])
def test_a_drawing_of_no_size(bridges: bytes, size: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>'.encode()

    assert verdicts(check_epub(changed(bridges, **{"images/arch.svg": drawing}), stores=("google",))) == {}


@pytest.mark.parametrize("name", ["nav.xhtml", "toc.ncx", "ch01.xhtml", "cover.xhtml", "glossary.xhtml"])
@pytest.mark.parametrize("data", [b"", b"<", b"\xff\xfe\x00", b"<html/>", "桥".encode("gb18030")])
def test_any_page_may_be_broken(bridges: bytes, name: str, data: bytes) -> None:
    proof = check_epub(changed(bridges, **{name: data}))

    assert proof.fails
    assert [place for place in places(proof, "not-well-formed") if f"EPUB/{name}" in place] or data == b"<html/>"


def test_no_damage_makes_it_fall(bridges: bytes) -> None:
    """Bytes changed at random give rows or a trouble, nothing else."""
    chance = random.Random(5)
    small = packed({name: data for name, data in files_of(bridges).items() if not name.endswith(".jpg")})
    for _ in range(60):
        damaged = bytearray(small)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            check_epub(bytes(damaged), "book.epub", ("apple", "kobo", "google", "kindle", "weread", "duokan"))
        except Stop as stop:
            assert stop.troubles


def test_half_a_gigabyte_is_looked_at_and_not_loaded(bridges: bytes, tmp_path: Path) -> None:
    """Of pictures above the limit only the head is read."""
    file = tmp_path / "large.epub"
    block = random.Random(1).randbytes(1_000_000)
    with zipfile.ZipFile(file, "w") as zipped:
        for name, data in files_of(bridges).items():
            zipped.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED)
        with zipped.open("EPUB/large.mp4", "w", force_zip64=True) as large:
            for _ in range(500):
                large.write(block)
    tracemalloc.start()
    try:
        proof = check_epub(file, "large.epub")
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
        file.unlink()
    assert (proof.size > 500_000_000, codes(proof)) == (True, {"file-unlisted"})


def test_a_file_is_read_from_disk_as_from_memory(bridges: bytes, tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(bridges)

    assert check_epub(file, "book.epub") == check_epub(BytesIO(bridges).getvalue(), "book.epub")
