"""What is said of the files in a title folder."""

from kanben.messages.message import Message, error, warning

READING: dict[str, Message] = {
    "missing-title": error(
        ("there is no title.yaml", "name a title folder; `kanben new DIR` makes one"),
        ("没有 title.yaml", "请指定书稿文件夹；`kanben new DIR` 可新建一个"),
    ),
    "unlisted-file": warning(
        ("no part of title.yaml names the file, so it is in no edition", "name it under parts, or move it elsewhere"),
        ("title.yaml 的 parts 中没有写这个文件，各版本都不会收入", "请写入 parts，或移到别处"),
    ),
    "strange-name": error(
        ("the name of the title's folder holds what nobody sees, or is not written in UTF-8", "rename the folder"),
        ("书稿文件夹的名字中有看不见的字符，或不是 UTF-8 编码", "请给文件夹改名"),
    ),
    "bad-source-date": error(
        (
            "the variable SOURCE_DATE_EPOCH is “{epoch}”, which is no number of seconds since 1970",
            "correct it (date +%s says what it is now), or type: unset SOURCE_DATE_EPOCH",
        ),
        (
            "环境变量 SOURCE_DATE_EPOCH 为“{epoch}”，不是 1970 年以来的秒数",
            "请改正（date +%s 可得现在的秒数），或键入：unset SOURCE_DATE_EPOCH",
        ),
    ),
    "missing-file": error(
        ("{file} is not there", "create it, or take its name out of title.yaml"),
        ("找不到 {file}", "新建该文件，或从 title.yaml 中删去它的名字"),
    ),
    "unreadable-file": error(
        ("{file} cannot be read: {problem}", "make it a readable file"),
        ("无法读取 {file}：{problem}", "请确认它是可读的文件"),
    ),
    "outside-path": error(
        ("{file} leads out of the title folder", "keep the file inside the title folder and name it from there"),
        ("{file} 指向书稿文件夹之外", "把文件放进书稿文件夹，并写相对路径"),
    ),
    "not-utf-8": error(
        ("byte {byte} (0x{value}) is not UTF-8", "save the file as UTF-8"),
        ("第 {byte} 字节（0x{value}）不是 UTF-8", "请把文件另存为 UTF-8"),
    ),
    "control-character": error(
        ("a control character stands here ({character})", "delete it"),
        ("此处有控制字符（{character}）", "请删除"),
    ),
    "bad-yaml": error(
        ("this is not YAML: {problem}", "check the indentation, the quotes and the colons near here"),
        ("不是合法的 YAML：{problem}", "检查附近的缩进、引号和冒号"),
    ),
    "yaml-tab": error(
        ("a tab stands where the line is moved in", "use spaces"),
        ("行首用了制表符（Tab）", "请改用空格"),
    ),
    "yaml-colon": error(
        ("“{key}{colon}” is no key", "write a plain colon and a space: “{key}: …”"),
        ("“{key}{colon}”不是键", "冒号用半角，后面空一格：“{key}: …”"),
    ),
    "yaml-wide-mark": error(
        ("a wide {mark} ends nothing here", "write {plain}, or put the whole value in quotes"),
        ("此处的全角 {mark} 不起作用", "请改用半角 {plain} ；若是内容的一部分，把整个值放进半角引号"),
    ),
    "yaml-open": error(
        ("{mark} is never closed", "close it; where it belongs to a value, put the whole value in quotes"),
        ("{mark} 没有结束", "请补上另一半；若是内容的一部分，把整个值放进半角引号"),
    ),
    "yaml-second-colon": error(
        ("a second colon stands in the value", 'put the value in quotes: "… : …"'),
        ("值中又有一个冒号", '请把整个值放进半角引号："… : …"'),
    ),
    "yaml-indent": error(
        ("the line does not begin where its neighbours begin", "begin keys of one level in one column, with spaces"),
        ("此行缩进与上下各行不一致", "同一级的键从同一列写起，用空格"),
    ),
    "yaml-trailing": error(
        ("words stand behind the end of a value", "close every quote; within a value write “ ”"),
        ("值已经结束，后面又有文字", "半角引号要成对；值中的引号写作“ ”"),
    ),
    "yaml-reserved": error(
        ("a value cannot begin with {mark}", 'put it in quotes: "{mark}…"'),
        ("值不能以 {mark} 开头", '请把它放进半角引号："{mark}…"'),
    ),
    "yaml-alias": error(
        ("an alias stands here", "write the value out"),
        ("此处用了 YAML 别名", "请直接写出内容"),
    ),
    "yaml-tag": error(
        ("the YAML tag {tag} is not obeyed", "write a plain text, list or map"),
        ("不支持 YAML 标签 {tag}", "请写普通的文字、列表或映射"),
    ),
    "repeated-key": error(
        ("{key} is said twice", "keep one of the two"),
        ("{key} 写了两次", "请只保留一个"),
    ),
    "unknown-key": error(
        ("{key} means nothing here", "take it out; known here are {known}"),
        ("不认识的键 {key}", "请删去；此处可用：{known}"),
    ),
    "missing-key": error(
        ("{key} is missing", "add {key}"),
        ("缺少 {key}", "请补上 {key}"),
    ),
    "wrong-value": error(
        ("{key} cannot be “{value}”", "write {expected}"),
        ("{key} 不能是“{value}”", "应写作 {expected}"),
    ),
    "repeated-term": error(
        ("“{term}” is explained twice (first at line {first})", "keep one entry"),
        ("“{term}” 有两条解释（另一条在第 {first} 行）", "请只保留一条"),
    ),
    "heading-in-definition": error(
        ("a heading stands in a definition", "write it as a paragraph"),
        ("释义中有标题", "请改为普通段落"),
    ),
    "bad-isbn": error(
        ("“{value}” is not an ISBN: its check digit is wrong", "copy the thirteen digits from the certificate"),
        ("“{value}” 不是正确的 ISBN：校验码不符", "请照书号实名申领信息核对 13 位数字"),
    ),
    "bad-url": error(
        (
            "url cannot be “{value}”",
            "write the whole address of the folder that will hold the web edition: https://example.org/book/",
        ),
        ("url 不能是“{value}”", "请写网页版所在文件夹的完整地址：https://example.org/book/"),
    ),
    "repeated-part": error(
        ("{file} is named twice in parts", "name each file once"),
        ("parts 中两次写了 {file}", "每个文件只写一次"),
    ),
    "empty-chapter": error(
        ("the file holds no text", "write the chapter, or take its name out of title.yaml"),
        ("文件中没有正文", "请写入内容，或从 title.yaml 中删去它"),
    ),
    "no-heading": error(
        ("the file does not begin with a title", "begin it with a line “# …”"),
        ("文件开头没有标题", "请以“# 标题”一行开头"),
    ),
    "empty-heading": error(
        ("the heading has no words", "write them after the {marks}"),
        ("标题没有文字", "请写在 {marks} 之后"),
    ),
    "second-heading": error(
        ("a second title of the first level", "write “##”, or begin a new file"),
        ("同一文件里有第二个一级标题", "改用“##”，或另起一个文件"),
    ),
    "skipped-level": warning(
        ("the heading skips a level", "write {marks}"),
        ("标题跳级", "请改为 {marks}"),
    ),
    "unseen-heading": warning(
        (
            "the line looks like a heading and is set as a paragraph",
            "write “{marks} …”; what is no heading begins with \\#",
        ),
        ("此行像标题，却会排成正文", "请写作“{marks} …”，# 用半角，后面空一格；若不是标题，写作 \\#"),
    ),
    "typed-number": warning(
        (
            "“{typed}” is typed, and kanben numbers this heading too",
            "take it out, or write {{.unnumbered}} behind the heading",
        ),
        ("标题中键入了“{typed}”，编号会再排一次", "请删去，或在标题后写 {{.unnumbered}}"),
    ),
    "deep-heading": error(
        ("a heading of level {level} is too deep", "use at most four levels"),
        ("{level} 级标题过深", "最多用四级标题"),
    ),
    "too-many-brackets": error(
        ("{count} brackets stand open one after another", "close or escape them: \\["),
        ("{count} 个左方括号接连未闭合", "请补全或转义：\\["),
    ),
    "too-deep": error(
        ("blocks are nested deeper than {most}", "make the lists and quotes flatter"),
        ("嵌套超过 {most} 层", "请减少列表和引文的层次"),
    ),
    "long-line": error(
        ("a paragraph of more than {most} characters", "split it"),
        ("一段超过 {most} 字", "请分段"),
    ),
    "open-div": error(
        ("the div “{name}” is never closed", "close it by a line “:::”"),
        ("“{name}” 块没有结束", "请以“:::”一行结束"),
    ),
    "stray-div": error(
        ("“:::” closes nothing", "take the line out, or open a div before it"),
        ("“:::” 前没有开始的块", "请删去此行，或在前面补上开始行"),
    ),
    "lost-cells": error(
        ("the row has {cells} cells, the table {columns} columns", "add a column, or write a bar within a cell as \\|"),
        ("此行有 {cells} 格，表只有 {columns} 列", "请补上一列，或把格内的竖线写作 \\|"),
    ),
    "undefined-note": error(
        ("no note is named [^{name}]", "write “[^{name}]: …” below the paragraph"),
        ("没有名为 [^{name}] 的注", "请在段后写“[^{name}]: …”"),
    ),
    "unused-note": error(
        ("the note [^{name}] is called nowhere", "call it in the text, or take it out"),
        ("注 [^{name}] 没有被引用", "请在正文中引用，或删去"),
    ),
    "repeated-note": error(
        ("the note [^{name}] is defined twice", "give each note a name of its own"),
        ("注 [^{name}] 定义了两次", "每条注用不同的名字"),
    ),
    "note-in-note": error(
        ("a note stands inside a note", "put its words into the outer note"),
        ("注中又有注", "请把内容并入外层的注"),
    ),
    "unseen-note": warning(
        ("“{words}” has a wide mark and is set as plain words", "write {mend}"),
        ("“{words}”用了全角符号，会排成正文", "请写作 {mend}"),
    ),
    "unseen-mark": warning(
        ("“{words}” is a wide mark and is set as plain words", "write {mend}"),
        ("“{words}”是全角符号，会排成正文", "请写作 {mend}"),
    ),
    "unseen-table": warning(
        ("the rows look like a table and are set as words", "write a line of |---|---| below the first row"),
        ("这几行像表，却会排成正文", "请在第一行下面加一行 |---|---|"),
    ),
    "other-markup": error(
        (
            "“{words}” is HTML or TeX, which does nothing here and would be printed",
            "say it in Markdown; where the signs themselves are meant, put a backslash before them, or `…` around them",
        ),
        (
            "“{words}”是 HTML 或 TeX，在这里不起作用，会照字面印出",
            "请改用 Markdown 的写法；若就是要印这些符号，请在前面加反斜线，或用 `…` 括起",
        ),
    ),
    "chapter-metadata": error(
        ("the file begins with metadata, which would be printed", "take it out: title.yaml holds such facts"),
        ("文件开头有元数据，会印在书里", "请删去；这些内容写在 title.yaml 中"),
    ),
    "curly-attribute": warning(
        ("the value of {name} stands in curly quotes", 'write {name}="…" with straight ones'),
        ("{name} 的值用了中文引号", '请改用半角引号：{name}="…"'),
    ),
    "empty-note": error(
        ("a note holds no words", "write it, or take its call out"),
        ("此注没有内容", "请写上注文，或删去注码"),
    ),
    "unknown-class": error(
        ("“.{name}” means nothing to kanben", "take it out"),
        ("不认识的标记“.{name}”", "请删去"),
    ),
    "unknown-attribute": error(
        ("the attribute {name} means nothing here", "take it out"),
        ("不认识的属性 {name}", "请删去"),
    ),
    "unsupported": error(
        ("kanben cannot set “{what}” yet", "write it in words, or as a picture"),
        ("尚不能排“{what}”", "请改用文字或图片"),
    ),
    "refused-link": error(
        ("the link “{target}” is refused", "link to #id, https: or mailto:"),
        ("不接受链接“{target}”", "请链接到 #id、https: 或 mailto:"),
    ),
    "deceptive-link": error(
        ("the link “{target}” hides where it leads: {problem}", "write the address as a browser shows it, in full"),
        ("链接“{target}”掩盖了去向：{problem}", "请照浏览器地址栏的样子写出完整地址"),
    ),
    "empty-link": error(
        ("the link {link} leads nowhere", "write its address: #id, https://… or mailto:…@…"),
        ("链接 {link} 没有目标", "请写出目标：#id、https://… 或 mailto:…@…"),
    ),
    "missing-image": error(
        ("the picture {file} is not there", "put it into the title folder"),
        ("找不到图片 {file}", "请把它放进书稿文件夹"),
    ),
    "missing-alt": error(
        ("the picture {file} has no words for those who cannot see it", 'add {{alt="…"}} behind it'),
        ("图片 {file} 没有替代文字", '请在其后加 {{alt="…"}}'),
    ),
    "bad-image": error(
        ("{file} is not a picture that kanben can use: {problem}", "use SVG without script, PNG or JPEG"),
        ("无法使用图片 {file}：{problem}", "请用不含脚本的 SVG、PNG 或 JPEG"),
    ),
    "pandoc-output": error(
        ("the text is nested too deep to be read", "make the lists and quotes flatter"),
        ("文本嵌套过深，无法读取", "请减少列表和引文的层次"),
    ),
}
