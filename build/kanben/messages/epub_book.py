"""What is said of a finished EPUB as a book: what it says of itself, its ways in, its notes, its pages, its claims."""

from kanben.messages.message import Message, error, warning

EPUB_BOOK: dict[str, Message] = {
    # ---- the package
    "epub-version": error(
        ("the package is of version {version}, not 3.0", "make the EPUB as EPUB 3"),
        ("包文件版本为 {version}，不是 3.0", "请生成 EPUB 3"),
    ),
    "epub-fact-missing": error(
        ("the package says no {name}, or says it twice", "give {name} once in the metadata"),
        ("元数据中没有 {name}，或重复", "请在元数据中写明一次 {name}"),
    ),
    "epub-language-unknown": error(
        ("{language} is not the name of a language", "write it as zh-Hans, zh-Hant or en"),
        ("{language} 不是语言代码", "请写作 zh-Hans、zh-Hant 或 en"),
    ),
    "epub-modified": error(
        ("the time of the last change is written {date}", "write it in UTC, as 2026-11-23T08:00:00Z"),
        ("最后修改时间写作 {date}", "请用协调世界时，如 2026-11-23T08:00:00Z"),
    ),
    "epub-isbn": error(
        ("{isbn}: the last digit does not check the others", "take the ISBN as the agency gave it, or take it out"),
        ("{isbn}：校验码不符", "请按书号中心所给的书号填写，或删去"),
    ),
    "package-without-language": warning(
        ("the package element has no xml:lang", "add xml:lang to it, so that titles are spoken rightly"),
        ("package 元素没有 xml:lang", "请加上，书名才能正确朗读"),
    ),
    "page-without-language": error(
        ("the page has no {name}", "give html both lang and xml:lang"),
        ("此页没有 {name}", "请在 html 上同时写 lang 和 xml:lang"),
    ),
    "page-languages-differ": error(
        ("lang says {html}, xml:lang says {xml}", "let both say the same"),
        ("lang 为 {html}，xml:lang 为 {xml}", "两者应一致"),
    ),
    "page-language-not-the-books": warning(
        ("the page is in {language}, which the package does not name", "add it to dc:language, or mend the page"),
        ("此页语言为 {language}，元数据未列", "请加入 dc:language，或改正此页"),
    ),
    # ---- the ways in
    "no-nav-toc": error(
        ("no navigation document has a list of contents", 'add nav epub:type="toc" to the item with property nav'),
        ("没有带目录的导航文档", '请在 properties="nav" 的文件中加 nav epub:type="toc"'),
    ),
    "no-landmarks": warning(
        ("there are no landmarks", 'add nav epub:type="landmarks": cover, contents, beginning of the text'),
        ("没有地标", '请加 nav epub:type="landmarks"，指明封面、目录、正文起点'),
    ),
    "landmark-astray": warning(
        ("the landmark of the text leads to {page}, but the text begins in {first}", "lead it there"),
        ("“正文”地标通向 {page}，正文却从 {first} 开始", "请改为通向那一页"),
    ),
    "toc-entry-empty": error(
        ("an entry of the contents has no words", "give it the heading's words"),
        ("目录中有空条目", "请写上标题文字"),
    ),
    "toc-entry-differs": warning(
        ("the contents say “{entry}”, the heading there says “{heading}”", "give both the same words"),
        ("目录写“{entry}”，该处标题为“{heading}”", "请统一两处文字"),
    ),
    "toc-out-of-order": warning(
        ("“{words}” stands in the contents after what comes later in the book", "order the contents as the book"),
        ("目录中“{words}”的次序与正文不符", "请按正文次序排列目录"),
    ),
    "no-ncx": warning(
        ("there is no NCX: old reading systems show no contents", "add one with the same entries, or do without them"),
        ("没有 NCX，旧阅读器不显示目录", "请加一份条目相同的 NCX，或不顾旧阅读器"),
    ),
    "ncx-uid": error(
        ("the NCX is of the book {uid}, the package of {identifier}", "write the same identifier in both"),
        ("NCX 的标识为 {uid}，包文件为 {identifier}", "两处标识应一致"),
    ),
    "ncx-length": error(
        ("the contents have {nav} entries, the NCX has {ncx}", "make both from the same list"),
        ("目录有 {nav} 条，NCX 有 {ncx} 条", "两者应由同一份目录生成"),
    ),
    "ncx-differs": error(
        ("the NCX has “{ncx}” (or its target) where the contents have “{nav}”", "make both from the same list"),
        ("目录为“{nav}”处，NCX 为“{ncx}”，或指向不同", "两者应由同一份目录生成"),
    ),
    "dead-link": error(
        ("{href} leads to a file that is not in the book", "correct the link, or put the file in"),
        ("{href} 所指的文件不在书中", "请改正链接，或补上文件"),
    ),
    "dead-fragment": error(
        ("{href} leads to #{fragment}, which is not on that page", "correct the link, or give an element that id"),
        ("{href} 所指的 #{fragment} 不在那一页", "请改正链接，或给元素加上此 id"),
    ),
    # ---- the cover
    "no-cover": error(
        ("no picture is named as cover", "give one item the property cover-image"),
        ("没有指明封面图", '请给一个图片条目加 properties="cover-image"'),
    ),
    "several-covers": error(
        ("{file} is a second cover", "leave the property cover-image to one item"),
        ("{file} 是第二张封面", "cover-image 只应有一项"),
    ),
    "cover-without-property": error(
        ("{file} is the cover in the manner of EPUB 2 alone", "give its item the property cover-image"),
        ("{file} 只按 EPUB 2 的方式指明为封面", '请给条目加 properties="cover-image"'),
    ),
    "cover-without-meta": warning(
        ("no meta names the cover {id} for older systems", 'add meta name="cover" content="{id}"'),
        ("没有为旧系统指明封面 {id}", '请加 meta name="cover" content="{id}"'),
    ),
    "cover-unreadable": error(
        ("the cover cannot be read", "save the picture anew as JPEG or PNG"),
        ("无法读取封面图", "请重新存为 JPEG 或 PNG"),
    ),
    "cover-kind": error(
        ("the cover is {kind}", "save it as JPEG or PNG: shops take no other"),
        ("封面为 {kind}", "请存为 JPEG 或 PNG，书店只收这两种"),
    ),
    "cover-colours": error(
        ("the cover's colours are {mode}", "convert it to RGB: screens show it wrongly or not at all"),
        ("封面色彩为 {mode}", "请转换为 RGB，否则屏幕显示失真或不显示"),
    ),
    "cover-too-small": error(
        ("the cover is {size} pixels", "make its long side at least {least}"),
        ("封面为 {size} 像素", "长边至少 {least} 像素"),
    ),
    "cover-small": warning(
        ("the cover is {size} pixels", "make it {good}, so that no shop enlarges it"),
        ("封面为 {size} 像素", "建议 {good}，以免书店放大"),
    ),
    "cover-without-alt": error(
        ("the cover is shown without words", "give it an alt with the title"),
        ("封面没有替代文字", "请在 alt 中写明书名"),
    ),
    # ---- notes
    "note-elsewhere": error(
        ("the note stands in another file, {file}", "put it in the file of its call: else it may not pop up"),
        ("注文在另一文件 {file} 中", "请放在注码所在文件，否则可能无法弹出"),
    ),
    "note-unmarked": error(
        ("#{id} is called as a note and is not marked as one", 'give it epub:type="footnote" role="doc-footnote"'),
        ("#{id} 被当作注文引用，却没有标明", '请加 epub:type="footnote" role="doc-footnote"'),
    ),
    "call-without-target": error(
        ("the call “{words}” leads to no note", "give it the href of its note"),
        ("注码“{words}”不指向注文", "请在 href 中写明注文"),
    ),
    "note-uncalled": error(
        ("nothing calls the note {id}", "link a call to it, or take it out"),
        ("注文 {id} 没有注码", "请加注码，或删去"),
    ),
    "note-not-aside": warning(
        ("the note {id} is not an aside", "make it one: some systems show other notes in the text as well"),
        ("注文 {id} 不是 aside", "请改用 aside，否则有的阅读器会在正文中重复显示"),
    ),
    "no-back-link": error(
        ("the note {id} has no link back", 'add one to its call, with role="doc-backlink"'),
        ("注文 {id} 没有返回链接", '请加指向注码的链接，role="doc-backlink"'),
    ),
    "call-number-differs": error(
        ("the call says {call}, its note {note}", "give both the same number"),
        ("注码是{call}，所指的注是{note}", "请改为同一序号"),
    ),
    "back-link-astray": error(
        ("the note {id} leads back to something that does not call it", "link it to its call"),
        ("注文 {id} 的返回链接不指向其注码", "请指向它的注码"),
    ),
    "note-within-its-link": error(
        ("the note {id} is nothing but its link back", "put its words outside the link: some systems hide the link"),
        ("注文 {id} 全在返回链接之内", "请把注文放在链接之外，有的阅读器会隐藏链接"),
    ),
    "private-property": error(
        ("{name} is known to one reading system alone", "take it out: checkers and shops refuse it"),
        ("{name} 只有个别阅读器认识", "请删去，检查程序和书店不接受"),
    ),
    "private-attribute": error(
        ("the attribute {name} is known to one reading system alone", "take it out: checkers and shops refuse it"),
        ("属性 {name} 只有个别阅读器认识", "请删去，检查程序和书店不接受"),
    ),
    "unknown-type": warning(
        ("{name} is not in EPUB's vocabulary of structure", "use a word of it, or a class"),
        ("{name} 不在 EPUB 结构语义词表中", "请用词表中的词，或改用 class"),
    ),
    # ---- pages of print
    "page-mark-unnamed": error(
        ("a page mark has no number", "give it an aria-label"),
        ("页码标记没有页码", "请加 aria-label"),
    ),
    "page-mark-twice": error(
        ("a second mark says page {page}", "each printed page begins once"),
        ("第 {page} 页标记重复", "每个印刷页只应有一处起点"),
    ),
    "no-page-list": error(
        ("pages are marked and not listed", 'add nav epub:type="page-list"'),
        ("有页码标记而无页码表", '请加 nav epub:type="page-list"'),
    ),
    "page-list-length": error(
        ("{marks} pages are marked, {entries} listed", "make the list from the marks"),
        ("标记 {marks} 页，页码表 {entries} 页", "页码表应由标记生成"),
    ),
    "page-list-differs": error(
        ("the list gives page {entry} (or its place) where the book has {mark}", "make the list from the marks"),
        ("页码表为第 {entry} 页处，书中为第 {mark} 页，或位置不同", "页码表应由标记生成"),
    ),
    "no-page-source": error(
        ("the pages are of no named book", "say in pageBreakSource which printed edition they are of"),
        ("未说明页码出自哪个版本", "请在 pageBreakSource 中写明印刷版"),
    ),
    "page-source-without-marks": error(
        ("a source of page numbers is named, and no page is marked", "take it out, or mark the pages"),
        ("写明了页码来源，却没有页码标记", "请删去，或标记页码"),
    ),
    "page-claim-without-marks": error(
        ("{claim} is claimed, and no page is marked", "take the claim out, or mark the pages"),
        ("声明了 {claim}，却没有页码标记", "请删去声明，或标记页码"),
    ),
    "ncx-pages-differ": error(
        ("the NCX lists {entries} pages otherwise than the book marks its {marks}", "make the list from the marks"),
        ("NCX 所列 {entries} 页与书中 {marks} 页标记不符", "页码表应由标记生成"),
    ),
    # ---- what it claims for blind and deaf readers
    "claim-missing": error(
        ("the package says nothing of {name}", "say it: EPUB Accessibility 1.1 asks for it"),
        ("元数据没有 {name}", "请写明，EPUB 无障碍规范 1.1 要求"),
    ),
    "claim-wanted": warning(
        ("the package says nothing of {name}", "say it: readers choose by it"),
        ("元数据没有 {name}", "建议写明，读者据此选书"),
    ),
    "claim-unknown": warning(
        ("{name} has no word {word}", "use one of its vocabulary"),
        ("{name} 没有 {word} 这个词", "请用词表中的词"),
    ),
    "claim-untrue": error(
        ("{claim} is claimed and is not true of this book", "take the claim out, or give the book what it promises"),
        ("声明了 {claim}，而书中不符", "请删去声明，或补足内容"),
    ),
    "hazards-contradict": error(
        ("the hazards contradict each other: {hazards}", "say none or unknown alone"),
        ("危害声明自相矛盾：{hazards}", "none 或 unknown 只应单独出现"),
    ),
    "conformance-uncertified": warning(
        ("conformance is claimed and nobody certifies it", "name who did the checks in a11y:certifiedBy"),
        ("声明符合规范，却无人认证", "请在 a11y:certifiedBy 中写明检查者"),
    ),
}
