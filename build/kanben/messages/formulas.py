"""What is said of formulas."""

from kanben.messages.message import Message, error, warning

FORMULAS: dict[str, Message] = {
    "bad-formula": error(
        ("“{tex}” is not TeX: {problem}", "correct the formula; a mere dollar sign is written \\$"),
        ("公式“{tex}”不是可识别的 TeX：{problem}", "请改正；不是公式的美元符号写作 \\$"),
    ),
    "empty-formula": error(
        ("a formula shows nothing", "write it, or take its dollar signs out"),
        ("公式没有内容", "请写上公式，或删去美元符号"),
    ),
    "doubtful-formula": warning(
        (
            "“{tex}” between two dollar signs is set as a formula",
            "write \\$ for a dollar sign; words within a formula stand in \\text{{…}}",
        ),
        ("两个美元符号之间的“{tex}”按公式排了", "美元符号写作 \\$；公式里的文字写作 \\text{{…}}"),
    ),
    "displayed-formula": error(
        (
            "a displayed formula can stand in paragraphs only: not in headings, captions, notes, cells or verse",
            "write it between single dollar signs, or in a paragraph",
        ),
        ("独立成行的公式只能放在段落里，不能放在标题、图题、注、表格或诗行中", "改用单个美元符号，或移到段落中"),
    ),
    "formula-character": error(
        (
            "the typeface of formulas has no “{character}” ({called})",
            "write another character, or put the words outside the formula",
        ),
        ("公式字体中没有“{character}”（{called}）", "换一个字符，或把文字移到公式之外"),
    ),
    "wide-formula": warning(
        (
            "the formula is wider than the type area; print sets it at {percent} % of its size",
            "break it into lines: \\begin{{aligned}} … \\\\ … \\end{{aligned}}",
        ),
        ("公式比版心宽，印刷版缩为 {percent}%", "请分行：\\begin{{aligned}} … \\\\ … \\end{{aligned}}"),
    ),
}
