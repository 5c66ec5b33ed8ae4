"""What is said while pages are composed."""

from kanben.messages.message import Message, error, warning

COMPOSITION: dict[str, Message] = {
    "untested-weasyprint": warning(
        (
            "Chinese composition is not tested with WeasyPrint {version}: text is set left-aligned",
            "pip install weasyprint=={tested}",
        ),
        ("中文排版未在 WeasyPrint {version} 上测试过，正文改为左对齐", "pip install weasyprint=={tested}"),
    ),
    "notes-without-room": error(
        (
            "the notes of page {page} have no room below its text",
            "move the call out of a tall figure or table row, or shorten the notes",
        ),
        ("第 {page} 页的脚注在正文下方放不下", "把注码移出过高的图或表格行，或缩短这些注"),
    ),
    "note-off-its-page": warning(
        (
            "the note {id} stands on another page than its call",
            "move the call out of columns or a table, or shorten notes near it",
        ),
        ("注 {id} 与其注码不在同一页", "把注码移出分栏或表格，或缩短相邻的注"),
    ),
    "small-table": warning(
        (
            "the table is wider than the type area; print sets it in type of {size} pt",
            "if that is too small, put {{.landscape}} behind its caption to turn it, or give it fewer columns",
        ),
        ("表格比版心宽，印刷版改用 {size} 磅字", "若嫌太小，请在表题后加 {{.landscape}} 使其卧排，或减少列数"),
    ),
    "cut-table": error(
        (
            "the table is wider than the type area even in type of {size} pt, and would be cut off",
            "put {{.landscape}} behind its caption to turn it, or make two tables of it",
        ),
        ("表格即使改用 {size} 磅字也比版心宽，会被裁掉", "请在表题后加 {{.landscape}} 使其卧排，或拆成两个表"),
    ),
}
