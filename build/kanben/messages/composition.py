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
    "note-longer-than-page": error(
        ("the note “{opening}” is longer than page {page} can hold", "shorten it, or move part of it into the text"),
        ("脚注“{opening}”太长，第 {page} 页容纳不下", "缩短此注，或将其中一部分移入正文"),
    ),
    "note-off-its-page": warning(
        (
            "the note {id} stands on another page than its call",
            "move the call out of columns or a table, or shorten notes near it",
        ),
        ("注 {id} 与其注码不在同一页", "把注码移出分栏或表格，或缩短相邻的注"),
    ),
}
