"""What is said where a title's editions do not say the same."""

from kanben.messages.message import Language, Message, error, warning

ANEW = "make all editions anew from one source: kanben build"
ANEW_ZH = "请从同一份书稿重做各版本：kanben build"

PROOF_AGREEMENT: dict[str, Message] = {
    "edition-unread": warning(
        (
            "the {edition} has no structure tree, so nobody can tell what it says",
            "compare a variant that is tagged: pdf/ua-1",
        ),
        ("{edition} 没有结构树，无从比较文字", "请比较带标签的版本：pdf/ua-1"),
    ),
    "lost-text": error(
        ("{here} says “{words}”, {there} does not say it here", ANEW),
        ("{here} 有“{words}”，{there} 此处没有", ANEW_ZH),
    ),
    "other-text": error(
        ("{here} says “{words}”, {there} says “{other}”", ANEW),
        ("{here} 作“{words}”，{there} 作“{other}”", ANEW_ZH),
    ),
    "lost-heading": error(
        ("{here} has the heading “{words}”, {there} has it not here", ANEW),
        ("{here} 有标题“{words}”，{there} 此处没有", ANEW_ZH),
    ),
    "other-heading": error(
        ("{here} has the heading “{words}”, {there} has “{other}”", ANEW),
        ("标题在 {here} 中作“{words}”，在 {there} 中作“{other}”", ANEW_ZH),
    ),
    "lost-note": error(
        ("{here} has the note “{words}”, {there} has it not", ANEW),
        ("{here} 有注“{words}”，{there} 没有", ANEW_ZH),
    ),
    "other-note": error(
        ("a note in {here} says “{words}”, in {there} “{other}”", ANEW),
        ("注在 {here} 中作“{words}”，在 {there} 中作“{other}”", ANEW_ZH),
    ),
    "lost-picture": error(
        ("{here} says of a picture “{words}”, {there} does not", ANEW),
        ("{here} 有图的说明“{words}”，{there} 没有", ANEW_ZH),
    ),
    "other-picture": error(
        ("{here} says of a picture “{words}”, {there} says “{other}”", ANEW),
        ("图的说明在 {here} 中作“{words}”，在 {there} 中作“{other}”", ANEW_ZH),
    ),
    "lost-formula": error(
        ("{here} says aloud a formula “{words}”, {there} does not", ANEW),
        ("{here} 有公式读作“{words}”，{there} 没有", ANEW_ZH),
    ),
    "other-formula": error(
        ("{here} says aloud a formula “{words}”, {there} says “{other}”", ANEW),
        ("公式在 {here} 中读作“{words}”，在 {there} 中读作“{other}”", ANEW_ZH),
    ),
    "lost-mark": error(
        ("in {here} stands “{words}”, in {there} not", ANEW),
        ("{here} 此处是“{words}”，{there} 没有", ANEW_ZH),
    ),
    "other-mark": error(
        ("in {here} stands “{words}”, in {there} “{other}”", ANEW),
        ("{here} 此处是“{words}”，{there} 是“{other}”", ANEW_ZH),
    ),
    "lost-link": error(
        ("{here} links “{words}”, {there} does not", ANEW),
        ("{here} 的“{words}”有链接，{there} 没有", ANEW_ZH),
    ),
    "other-link": error(
        ("{here} leads “{words}” to “{goal}”, {there} to “{other}”", ANEW),
        ("“{words}”的链接在 {here} 中指向“{goal}”，在 {there} 中指向“{other}”", ANEW_ZH),
    ),
    "way-astray": error(
        ("{here} prints “{words}”, and leads from there to “{other}”", ANEW),
        ("{here} 印着“{words}”，链接却通向“{other}”", ANEW_ZH),
    ),
    "lost-call": error(
        ("{here} calls a note behind “{words}”, {there} does not", ANEW),
        ("{here} 在“{words}”之后有注码，{there} 没有", ANEW_ZH),
    ),
    "other-call": error(
        ("{here} calls the note “{goal}” behind “{words}”, {there} the note “{other}”", ANEW),
        ("“{words}”之后的注码在 {here} 中指向注“{goal}”，在 {there} 中指向注“{other}”", ANEW_ZH),
    ),
    "lost-page": error(
        ("{here} marks page “{words}”, which {there} has not", ANEW),
        ("{here} 标有印刷页“{words}”，{there} 没有此页", ANEW_ZH),
    ),
    "other-page": error(
        ("{here} begins page “{words}” at “{other}”, which does not stand on that page of {there}", ANEW),
        ("{here} 的印刷页“{words}”始于“{other}”，{there} 的这一页没有这些字", ANEW_ZH),
    ),
    "lost-fact": error(
        ("{here} states as {fact} “{words}”, {there} does not ({at})", ANEW),
        ("{here} 的出版信息（{fact}）为“{words}”，{there} 没有（{at}）", ANEW_ZH),
    ),
    "other-fact": error(
        ("{here} states as {fact} “{words}”, {there} “{other}” ({at})", ANEW),
        ("出版信息（{fact}）在 {here} 中为“{words}”，在 {there} 中为“{other}”（{at}）", ANEW_ZH),
    ),
    "other-leaf": error(
        ("the title leaf of {here} says “{words}”, that of {there} does not", ANEW),
        ("{here} 的书名页有“{words}”，{there} 的书名页没有", ANEW_ZH),
    ),
    "lost-entry": error(
        ("the contents of {here} list “{words}”, those of {there} do not ({at})", ANEW),
        ("{here} 的目录有“{words}”，{there} 的目录没有（{at}）", ANEW_ZH),
    ),
    "other-entry": error(
        (
            "on level {level} of its contents {here} lists “{words}”, {there} on level {other_level} “{other}” ({at})",
            ANEW,
        ),
        ("目录在 {here} 中第{level}级为“{words}”，在 {there} 中第{other_level}级为“{other}”（{at}）", ANEW_ZH),
    ),
}

AGREEMENT_WORDS: dict[str, dict[Language, str]] = {
    "A1": {"en": "the same text", "zh": "正文相同"},
    "A2": {"en": "the same headings", "zh": "标题相同"},
    "A3": {"en": "the same notes", "zh": "注释相同"},
    "A4": {"en": "the same words for pictures and formulas", "zh": "图和公式的读法相同"},
    "A5": {"en": "the same links", "zh": "链接相同"},
    "A6": {"en": "built alike: levels, lists, tables, emphasis", "zh": "结构相同"},
    "A7": {"en": "the same facts of publication", "zh": "出版信息相同"},
    "A8": {"en": "the same contents", "zh": "目录相同"},
}
