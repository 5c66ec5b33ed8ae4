"""What is said of a manuscript that is imported."""

from kanben.messages.message import Message, error, warning

MANUSCRIPT: dict[str, Message] = {
    "manuscript-unreadable": error(
        ("the manuscript cannot be read: {problem}", "check its name and your right to read it"),
        ("无法读取稿件：{problem}", "请检查文件名和读取权限"),
    ),
    "manuscript-empty": error(
        ("the manuscript is empty", "extract its text again"),
        ("稿件是空的", "请重新提取文本"),
    ),
    "manuscript-binary": error(
        ("this is no plain text ({kind})", "extract its text first, and import the .txt"),
        ("这不是纯文本（{kind}）", "请先提取文本，再导入 .txt"),
    ),
    "manuscript-broken": error(
        ("byte {number} (0x{byte}) is no {encoding}", "save the manuscript again as UTF-8 or GB18030"),
        ("第 {number} 字节（0x{byte}）不是 {encoding}", "请将稿件另存为 UTF-8 或 GB18030"),
    ),
    "manuscript-control": warning(
        ("{count} control characters were left out, the first here", "nothing, if the words around it are right"),
        ("略去了 {count} 个控制字符，第一个在此处", "若前后文字无误，不必处理"),
    ),
    "manuscript-wordless": error(
        ("the manuscript holds no text", "extract its text again"),
        ("稿件中没有正文", "请重新提取文本"),
    ),
    "manuscript-untitled": warning(
        ("no title was found; the file's name stands for it", "write the title in title.yaml"),
        ("没有找到题名，暂用文件名代替", "请在 title.yaml 中写上题名"),
    ),
    "manuscript-chapterless": warning(
        ("no chapters were found; the text became a single chapter", "put `# ` before the headings in chapters/01.md"),
        ("没有找到章标题，全文成为一章", "请在 chapters/01.md 的标题前加 `# `"),
    ),
    "note-without-text": warning(
        ("no note was found for the mark {mark}; it stays in the text", "write it as [^id] with its note"),
        ("没有找到注码 {mark} 的注文，注码留在正文中", "请改写为 [^id] 并补上注文"),
    ),
    "note-without-call": warning(
        ("nothing calls the note {mark}; it stays in the text", "write it as [^id]: and call it by [^id]"),
        ("没有找到注文 {mark} 的注码，注文留在正文中", "请改写为 [^id]: 并在正文中用 [^id] 引用"),
    ),
    "number-differs": warning(
        ("the manuscript numbers this heading {typed}, the build will make {made}", "compare the headings around it"),
        ("稿件中此标题的编号是 {typed}，成书时将是 {made}", "请核对前后标题"),
    ),
    "contents-differ": warning(
        ("the table of contents has “{words}”, the text has no such heading", "compare it with the headings"),
        ("目录中有“{words}”，正文中没有这个标题", "请与正文标题核对"),
    ),
    "heading-differs": warning(
        ("the manuscript heads this part “{typed}”, the build will write “{made}”", "nothing, if that is right"),
        ("稿件中此部分题为“{typed}”，成书时将是“{made}”", "若无误，不必处理"),
    ),
    "residual": error(
        (
            "{count} characters are not accounted for; import-report.md shows them",
            "send us the manuscript: a fault of kanben's own",
        ),
        ("有 {count} 个字符去向不明，见 import-report.md", "请把稿件发给我们：这是 kanben 自己的错误"),
    ),
}
