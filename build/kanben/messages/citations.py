"""What is said of citations and of the works that they cite."""

from kanben.messages.message import Message, error, warning

CITATIONS: dict[str, Message] = {
    "unknown-reference": error(
        ("no work has the key {key}", "add the work to the references, or correct the key"),
        ("参考文献中没有 {key}", "请在参考文献中补上该文献，或改正引文键"),
    ),
    "uncited-reference": warning(
        ("nothing cites {key}", "cite it, or mark it `further-reading: true`"),
        ("没有引用文献 {key}", "请在正文中引用，或标上 `further-reading: true`"),
    ),
    "not-a-citation": error(
        ("@{key} is glued to the words around it and is not read as a citation", "write [@{key}]"),
        ("@{key} 与前后文字相连，不会被当作引文", "请写作 [@{key}]"),
    ),
    "author-in-note-style": error(
        (
            "@{key} would name its author in the sentence, but this style puts the whole citation in a note",
            "write the author's name yourself, then [@{key}]",
        ),
        ("@{key} 应在句中写出作者，但此样式把引文全部放入注释", "请自己写出作者名，再写 [@{key}]"),
    ),
    "no-reference-list": error(
        ("works are cited, but nothing lists them", "add references to the parts of title.yaml"),
        ("引用了文献，但书中没有参考文献表", "请在 title.yaml 的 parts 中加上 references"),
    ),
    "bad-references": error(
        ("the works cannot be read: {problem}", "write a list of works, each with id, type and title"),
        ("无法读取参考文献：{problem}", "请写成文献列表，每条有 id、type 和 title"),
    ),
    "repeated-reference": error(
        ("two works have the key {key}", "give this one another key"),
        ("有两条文献的键都是 {key}", "请给这一条换一个键"),
    ),
    "bad-reference-key": error(
        (
            "“{key}” cannot be cited",
            "write a key of letters, digits and . _ : / + - that begins with a letter or digit",
        ),
        ("“{key}” 不能用作引文键", "请用字母或数字开头，由字母、数字和 . _ : / + - 组成的键"),
    ),
    "second-bibliography": error(
        ("there are two files of works: {first} and {file}", "keep one of them"),
        ("有两个文献文件：{first} 和 {file}", "请只保留一个"),
    ),
    "bad-bibtex": error(
        ("this entry cannot be read: {problem}", "check its braces, quotation marks, commas and equals signs"),
        ("无法读取此条目：{problem}", "请检查花括号、引号、逗号和等号"),
    ),
    "unknown-bib-field": warning(
        ("{key} is not read", "take it out, or correct it"),
        ("不读取字段 {key}", "请删去或改正"),
    ),
    "bad-style": error(
        ("this is no citation style that can be used: {problem}", "take an independent CSL 1.0 style"),
        ("无法使用此引文样式：{problem}", "请使用独立的 CSL 1.0 样式"),
    ),
    "csl-m": error(
        (
            "this layout is for one language alone, which is CSL-M and not CSL",
            "take a style without `locale` on its layouts, or one of kanben's own, which know each work's language",
        ),
        (
            "此 layout 只用于一种语言，属于 CSL-M 而非 CSL",
            "请使用 layout 上没有 locale 的样式，或刊本自带的样式（能分辨各文献的语种）",
        ),
    ),
}
