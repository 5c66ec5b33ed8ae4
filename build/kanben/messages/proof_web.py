"""What is said of a web edition's folder, and what each rule for it asks."""

from kanben.messages.message import Language, Message, error, warning

PROOF_WEB: dict[str, Message] = {
    "broken-manifest": error(
        ("this is no list of editions that kanben made", "make the title anew: kanben build"),
        ("这不是刊本写的版本清单", "请重新制作：kanben build"),
    ),
    "edition-missing": error(
        ("the edition {file} is not there, or lies outside this folder", "make the title anew: kanben build"),
        ("版本 {file} 不在，或不在此文件夹内", "请重新制作：kanben build"),
    ),
    "no-web-start": error(
        ("there is no index.html: this is no web edition", "name the folder web of a title's editions"),
        ("没有 index.html，不是网页版", "请写书的成品文件夹里的 web"),
    ),
    "web-page-unread": error(
        ("the page cannot be read: {problem}", "make it anew"),
        ("无法读取此页：{problem}", "请重新制作"),
    ),
    "web-page-lacks": error(
        ("the page has no {name}", "add it: readers, browsers and search engines go by it"),
        ("此页没有 {name}", "请补上：读者、浏览器和搜索引擎都要用"),
    ),
    "web-second-h1": warning(
        ("a second h1 stands on the page", "make it h2: a page has one first heading"),
        ("一页中有第二个 h1", "请改为 h2：一页只有一个最高级标题"),
    ),
    "web-noindex": warning(
        ("search engines are told to leave this page out", "take the meta robots out, if readers are to find it"),
        ("此页不许搜索引擎收录", "若要让读者搜到，请删去 meta robots"),
    ),
    "web-turn-astray": error(
        ("the page leads ({rel}) to {page}, which leads back to {back}", "make the title anew: kanben build"),
        ("此页（{rel}）通向 {page}，后者却通回 {back}", "请重新制作：kanben build"),
    ),
    "web-turn-differs": error(
        ("the link leads to {page}, the head of the page to {head}", "make the title anew: kanben build"),
        ("链接通向 {page}，页首的声明却通向 {head}", "请重新制作：kanben build"),
    ),
    "web-turn-name": error(
        ("the link is called “{words}”, the page to which it leads “{heading}”", "make the title anew: kanben build"),
        ("链接题为“{words}”，所到的一页题为“{heading}”", "请重新制作：kanben build"),
    ),
    "web-card-astray": error(
        ("“{words}” opens the card {card}, which is another’s or is not there", "make the title anew: kanben build"),
        ("“{words}”打开的卡片 {card} 不在，或不是它的", "请重新制作：kanben build"),
    ),
    "web-card-differs": error(
        ("the card says “{words}”, the place to which it leads does not", "make the title anew: kanben build"),
        ("卡片说“{words}”，它所通向之处没有这些字", "请重新制作：kanben build"),
    ),
    "web-says-otherwise": error(
        ("here stands “{words}”, elsewhere “{expected}”", "make the title anew: kanben build"),
        ("此处作“{words}”，别处作“{expected}”", "请重新制作：kanben build"),
    ),
    "web-search-lost": error(
        ("the search counts {wanted} pages, but has {found}", "make the title anew: kanben build"),
        ("搜索应有 {wanted} 页，实有 {found} 页", "请重新制作：kanben build"),
    ),
    "web-search-strange": error(
        (
            "the search finds {page} as “{words}”: no page is called so",
            "make the title anew: kanben build",
        ),
        ("搜索到 {page}（“{words}”），没有这样的一页", "请重新制作：kanben build"),
    ),
}

WEB_RULE_WORDS: dict[str, dict[Language, str]] = {
    "W1": {"en": "every link leads somewhere", "zh": "链接皆有去处"},
    "W2": {"en": "notes lead there and back", "zh": "注码与注文互通"},
    "W3": {"en": "each printed page begins once", "zh": "印刷页码标记不缺不重"},
    "W4": {"en": "each page says what it is", "zh": "每页有语言、书名、标题，可被搜到"},
    "W5": {"en": "each id stands once", "zh": "id 不重复"},
    "W6": {"en": "headings step down one by one", "zh": "标题逐级"},
    "W7": {"en": "every picture has words", "zh": "图片皆有替代文字"},
    "W8": {"en": "nothing from outside", "zh": "没有外部资源"},
    "W9": {"en": "ways onward and cards lead right", "zh": "前后篇与卡片无误"},
    "W10": {"en": "pages say the same of themselves", "zh": "各页自称一致"},
    "W11": {"en": "the search finds this book", "zh": "搜索所得即本书"},
}
