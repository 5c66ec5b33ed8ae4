"""What is said while the editions are made."""

from kanben.messages.message import Message, error

EDITIONS: dict[str, Message] = {
    "broken-template": error(
        ("the template cannot be used: {problem}", "correct it; without it kanben's own is used"),
        ("模板无法使用：{problem}", "请改正；删去它，就用刊本自己的模板"),
    ),
    "layout-complains": error(
        ("layout says: {words}", "look at the picture, character or template that it names"),
        ("排版程序提示：{words}", "请检查其中提到的图片、字符或模板"),
    ),
    "layout-timeout": error(
        ("layout did not end within {seconds} s", "split very long tables and paragraphs"),
        ("排版未能在 {seconds} 秒内完成", "请拆分过长的表格和段落"),
    ),
    "layout-died": error(
        (
            "the layout process died, perhaps for want of memory",
            "type: kanben doctor; if it finds all, close other programs or make pictures smaller",
        ),
        ("排版进程意外中止，可能是内存不足", "请键入：kanben doctor；若一样不缺，请关闭其他程序或缩小图片"),
    ),
    "cannot-write": error(
        ("the file cannot be written: {problem}", "make room, or choose another folder"),
        ("无法写入：{problem}", "请腾出空间，或另选文件夹"),
    ),
    "link-in-out": error(
        (
            "a link leads from here to another place, and nothing is written through it",
            "take the link away, and name the folder that is meant: --out",
        ),
        ("此处的链接指向别处，不经由它写入任何文件", "请删去链接，用 --out 写明要用的文件夹"),
    ),
    "not-empty": error(
        ("the folder is not empty", "name a new folder"),
        ("文件夹不是空的", "请另起一个文件夹名"),
    ),
}
