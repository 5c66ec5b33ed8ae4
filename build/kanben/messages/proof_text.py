"""What the proofreader says of the words of a title."""

from kanben.messages.message import Message, error, warning

WRITE = ("write “{mended}”", "请写作“{mended}”")


def slip(en: str, zh: str) -> Message:
    """A fault whose mend is what to write in its place."""
    return warning((en, WRITE[0]), (zh, WRITE[1]))


PROOF_TEXT: dict[str, Message] = {
    "half-width-mark": slip("“{words}” has a half-width mark in Chinese text", "“{words}”：中文里用了半角标点"),
    "half-width-brackets": slip("“{words}” has half-width brackets in Chinese text", "“{words}”：中文里用了半角括号"),
    "wide-mark-in-latin": slip("“{words}” has a full-width mark in Latin text", "“{words}”：西文里用了全角标点"),
    "straight-quotes": slip("“{words}” has straight quotation marks", "“{words}”：中文里用了直引号"),
    "unpaired-mark": warning(
        ("the {mark} in “{words}” has no {other}", "write the missing {other}, or take the {mark} out"),
        ("“{words}”中的{mark}没有与之成对的{other}", "请补上{other}，或删去{mark}"),
    ),
    "crossed-marks": warning(
        ("the {mark} in “{words}” closes before the {other} within it", "close the {other} first"),
        ("“{words}”中的{mark}先于其内的{other}结束", "请先结束{other}"),
    ),
    "nested-marks": slip("“{words}” stands within marks of its own kind", "“{words}”在同一种标点之内"),
    "turned-quote": slip("the quotation mark in “{words}” faces the wrong way", "“{words}”中的引号方向反了"),
    "mark-style": warning(
        ("“{words}” has {mark}, where most of the book has {other}", "write {other} here too"),
        ("“{words}”用了{mark}，而书中多数地方用{other}", "请统一为{other}"),
    ),
    "typed-ellipsis": slip("“{words}” has no ellipsis of six dots", "“{words}”中的省略号不是六个点"),
    "typed-dash": slip("“{words}” has no dash of two ems", "“{words}”中的破折号不占两字"),
    "doubled-mark": slip("“{words}” has marks that exclude each other", "“{words}”中的标点重复或相斥"),
    "doubled-and-so-on": slip("“{words}” says and so on twice", "“{words}”：省略号与“等”重复"),
    "misplaced-mark": slip("no sentence has a stop there: “{words}”", "“{words}”：此处不应有点号"),
    "heading-mark": slip("the heading ends in a mark: “{words}”", "标题末尾有标点：“{words}”"),
    "skipped-ordinal": warning(
        ("“{words}” does not follow the ordinal before it, {last}", "count the row anew"),
        ("“{words}”与前面的序次“{last}”不相接", "请核对序次"),
    ),
    "ordinal-stop": slip(
        "the stop behind the ordinal in “{words}” is another one, or none", "“{words}”：序次语后的标点不合规范"
    ),
    "needless-stop": slip("the stop in “{words}” is not needed", "“{words}”：此处不用顿号"),
    "stop-of-speech": slip("what is said in “{words}” ends within its marks", "“{words}”：引语完整，句号应在引号之内"),
    "missing-stop": slip("the paragraph ends without a stop: “{words}”", "段末没有标点：“{words}”"),
    "dot-in-name": slip("the dot in “{words}” is another character than ·", "“{words}”中的间隔号不是“·”"),
    "typed-space": warning(
        ("“{words}” has a typed space", "write “{mended}”: the editions set the gap themselves"),
        ("“{words}”中有手打的空格", "请写作“{mended}”：间隙由各版自动留出"),
    ),
    "typed-indent": warning(
        ("the paragraph is indented by hand: “{words}”", "write “{mended}”: the editions indent it themselves"),
        ("段首有手打的缩进：“{words}”", "请写作“{mended}”：缩进由各版自动留出"),
    ),
    "hidden-character": warning(
        ("“{words}” holds a character that nobody sees ({character})", "write “{mended}”"),
        ("“{words}”中有看不见的字符（{character}）", "请写作“{mended}”"),
    ),
    "lost-character": warning(
        ("“{words}” shows that a character was lost (U+FFFD)", "write the one that belongs there"),
        ("“{words}”中有一个字已经丢失（U+FFFD）", "请补上原来的字"),
    ),
    "wide-letter": slip("“{words}” has full-width letters or digits", "“{words}”中有全角字母或数字"),
    "range-mark": slip("the range in “{words}” is written with {mark}", "“{words}”中的起止号用了{mark}"),
    "range-unit": slip("the first number of the range in “{words}” has no {unit}", "“{words}”中的前一个数没有写{unit}"),
    "range-style": slip(
        "“{words}” is written with {mark}, most such ranges of the book with {other}",
        "“{words}”用了{mark}，而书中同类起止号多用{other}",
    ),
    "typed-date": slip("“{words}” is no written-out date", "“{words}”不是行文中的日期写法"),
    "date-style": warning(
        ("“{words}” is a date of another style than most of the book's", "write all dates in one style"),
        ("“{words}”与书中多数日期的写法不同", "请统一日期的写法"),
    ),
    "mixed-date": slip("“{words}” is a date half in digits, half in Han", "“{words}”：同一日期混用汉字与数字"),
    "year-zero": slip("the zero of the year in “{words}” is another character", "“{words}”中年份的零应当写作〇"),
    "short-year": warning(
        ("the year in “{words}” is cut short", "write all four digits of it"),
        ("“{words}”中的年份不完整", "请写全四位"),
    ),
    "mixed-number": slip(
        "“{words}” mixes digits and Chinese units other than those of ten thousand and a hundred million",
        "“{words}”混用了数字与“千”“百”",
    ),
    "doubled-estimate": warning(
        ("“{words}” says the same of an amount twice", "keep {one} or {other}"),
        ("“{words}”中“{one}”与“{other}”重复", "请留“{one}”或“{other}”之一"),
    ),
    "typed-estimate": slip("“{words}” has digits for about so many", "“{words}”：概数用汉字"),
    "counted-two": slip("“{words}” counts with the two of rows", "“{words}”：量词前用“两”"),
    "impossible-date": warning(
        ("there is no such day: “{words}”", "write the day that is meant"),
        ("没有这一天：“{words}”", "请核对日期"),
    ),
    "typed-sign": slip("the sign in “{words}” is written with {sign}", "“{words}”中的符号用了{sign}"),
    "unit-form": slip("the unit in “{words}” has another form", "“{words}”中的单位符号写法不对"),
    "repeated-character": slip("“{words}” says a character twice", "“{words}”有重字"),
    "repeated-phrase": slip("“{words}” says a phrase twice", "“{words}”有重复的词语"),
    "repeated-sentence": warning(
        ("a sentence stands twice: “{words}”", "take one of them out"),
        ("有一句出现了两次：“{words}”", "请删去其一"),
    ),
    "repeated-paragraph": warning(
        ("this paragraph already stands at {first}: “{words}”", "take one of them out"),
        ("这一段已见于{first}：“{words}”", "请删去其一"),
    ),
    "traditional-character": warning(
        ("“{character}” in “{words}” is no Simplified character", "write “{mended}”, or mark the words {{.keep}}"),
        ("“{words}”中的“{character}”不是规范简体字", "请写作“{mended}”；若确要保留，请标 {{.keep}}"),
    ),
    "simplified-character": warning(
        ("“{character}” in “{words}” is no Traditional character", "write “{mended}”, or correct the passage's lang"),
        ("“{words}”中的“{character}”不是繁体字", "请写作“{mended}”，或改正这段文字的 lang"),
    ),
    "variant-word": warning(
        ("“{words}” has a spelling that dictionaries set aside", "write “{mended}”"),
        ("“{words}”中有规范词典不取的词形", "请写作“{mended}”"),
    ),
    "two-spellings": warning(
        ("“{words}” is the glossary's “{term}”, spelled otherwise", "write “{mended}”"),
        ("“{words}”就是名词解释中的“{term}”，写法不同", "请写作“{mended}”"),
    ),
    "two-titles": warning(
        ("“{words}” is written otherwise elsewhere in the book", "write “{mended}”"),
        ("“{words}”在书中别处有不同的写法", "请写作“{mended}”"),
    ),
    "two-names": warning(
        ("the name in “{words}” is written otherwise in most places of the book", "write “{mended}”"),
        ("“{words}”中的译名与书中多数地方写法不同", "请写作“{mended}”"),
    ),
    "typed-reference": warning(
        ("“{words}” refers by a typed number ({number})", "write [](#name): the number then follows the book"),
        ("“{words}”手写了编号（{number}）", "请写 [](#名称)，编号就随书而变"),
    ),
    "unknown-rule": error(
        ("no warning has the code {rule}", "write the code that stands in brackets behind a warning"),
        ("没有代码为 {rule} 的提醒", "请写提醒后方括号中的代码"),
    ),
    "unused-ignore": warning(
        ("nothing is told any more that this entry passes over: {rule}", "take the entry out"),
        ("这一条不再对应任何提示：{rule}", "请删去这一条"),
    ),
}
