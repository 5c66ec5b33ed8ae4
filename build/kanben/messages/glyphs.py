"""What is said of fonts, and of the characters that they hold."""

from kanben.messages.message import Message, error, warning

GLYPHS: dict[str, Message] = {
    "missing-font": error(
        (
            "the typeface {family}, which the print edition's style names, is not installed",
            "install it (kanben doctor says how), or name another in the title's templates",
        ),
        (
            "印刷版样式指定的字体 {family} 未安装",
            "安装此字体（见 kanben doctor），或在本书的模板中改用别的字体",
        ),
    ),
    "generic-font": error(
        (
            "the print edition's style asks for {family}, which may be any typeface",
            "name a typeface, such as Noto Serif CJK SC",
        ),
        ("印刷版样式用了泛称 {family}，实际字体无法确定", "写明字体名称，例如 Noto Serif CJK SC"),
    ),
    "missing-glyph": error(
        (
            "no typeface of the print edition holds “{character}” ({called})",
            "write another character, or name a typeface that has it in the title's templates; HanaMinB has rare ones",
        ),
        (
            "印刷版所用字体均无“{character}”（{called}）",
            "换一个字，或在本书的模板中指定有此字的字体；生僻字可安装 HanaMinB",
        ),
    ),
    "private-character": error(
        (
            "“{character}” ({called}) is of the private use area: each font draws there what it likes",
            "write the character that is meant, or show it as a picture",
        ),
        ("“{character}”（{called}）在私用区，换一种字体就是别的字形", "请改写为正式编码的字，或用图片表示"),
    ),
    "font-not-embeddable": error(
        (
            "{family}, which has this book's rare characters, forbids to be embedded",
            "install another font that has them, such as HanaMinB",
        ),
        ("字体 {family} 有本书的生僻字，但不许嵌入", "请安装另一种有这些字的字体，例如 HanaMinB"),
    ),
    "rare-character": warning(
        (
            "“{character}” ({called}) is rare: it is set in {font}, beside the text's own typeface",
            "compare it with the words around it; write a more common form if it is a slip",
        ),
        ("“{character}”（{called}）是生僻字，用 {font} 排出，与正文字体不同", "核对版面；若是误用，请改为通行的字形"),
    ),
}
