"""What is said of a PDF that is proofed, and what each rule asks."""

from kanben.messages.message import Language, Message, error

PROOF: dict[str, Message] = {
    "broken-pdf": error(
        ("this is not a PDF that can be read", "make the file anew, or open and save it in another program"),
        ("无法读取此 PDF", "请重新生成，或用其他程序打开后另存"),
    ),
    "locked-pdf": error(
        ("the PDF is locked by a password", "save a copy without a password"),
        ("此 PDF 设有密码", "请另存一份不设密码的"),
    ),
    "pdf-without-text": error(
        ("the PDF holds no text: it may be a scan", "proof a PDF whose characters are drawn with fonts"),
        ("此 PDF 中没有文字，可能是扫描件", "请检查以字体绘制文字的 PDF"),
    ),
    "pdf-without-chinese": error(
        ("the PDF holds no Chinese: the rules do not speak of it", "proof a Chinese book"),
        ("此 PDF 中没有汉字，规则不适用", "请检查中文书"),
    ),
}

RULE_WORDS: dict[str, dict[Language, str]] = {
    "L1": {"en": "no closing mark starts a line", "zh": "行首无后置标点"},
    "L2": {"en": "no opening mark ends a line", "zh": "行尾无前置标点"},
    "L3": {"en": "—— and …… at line start (allowed)", "zh": "破折号、省略号居行首（允许）"},
    "L4": {"en": "lines looser than 0.12 em a Han pair", "zh": "字距大于 0.12 字的松行"},
    "U1": {"en": "—— and …… take two em, uncut", "zh": "破折号、省略号占两字，不断开"},
    "U2": {"en": "numbers keep their units, calls their words", "zh": "数字与单位、注码与词不分行"},
    "W1": {"en": "two marks take an em and a half", "zh": "相邻两标点占一字半"},
    "W2": {"en": "a mark at line end takes half its width", "zh": "行尾标点占半字"},
    "W3": {"en": "a mark at line start loses its left half", "zh": "行首前引号、括号去左半"},
    "S1": {"en": "Han and Latin stand an eighth of an em apart", "zh": "汉字与西文间距"},
    "G1": {"en": "paragraphs start two em in", "zh": "段首空两字"},
    "G2": {"en": "full lines end at the edge within 0.06 em", "zh": "行尾齐版口（0.06 字内）"},
    "G3": {"en": "last lines of one character", "zh": "段末孤字行"},
    "G4": {"en": "headings at page foot, widows, orphans", "zh": "页末标题与背题、孤行"},
    "G7": {"en": "lines off the page's pitch", "zh": "不合行距网格的行"},
    "G9": {"en": "ruby that pushes lines apart", "zh": "注音撑开行距"},
    "N1": {"en": "notes on their page, ① to n", "zh": "脚注与注码同页，逐页编号"},
    "N2": {"en": "the rule above notes is a quarter", "zh": "脚注线为版心宽四分之一"},
    "N3": {"en": "running heads and folios", "zh": "书眉与页码"},
    "T1": {"en": "folios in the contents are true", "zh": "目录页码属实"},
    "F1": {"en": "fonts embedded, subset, of this script", "zh": "字体嵌入、子集化、字形相符"},
}
"""What each rule asks, in a few words."""

UNITS_ZH = {"%": "%", "em": "字", "of measure": "版心"}
VERDICTS: dict[str, dict[Language, str]] = {
    "ok": {"en": "ok", "zh": "合格"},
    "warn": {"en": "warning", "zh": "提示"},
    "fail": {"en": "fails", "zh": "不合格"},
    "unmeasured": {"en": "not measurable", "zh": "无从测量"},
}
