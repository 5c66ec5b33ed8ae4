"""What is said of a finished EPUB as files: its zip, its manifest, its pages, styles, fonts and pictures."""

from kanben.messages.message import Message, error, warning

EPUB_FILES: dict[str, Message] = {
    # ---- what cannot be opened
    "broken-epub": error(
        ("this is not an EPUB that can be read: it is no sound zip", "make the file anew"),
        ("无法读取此 EPUB，不是完好的 zip 文件", "请重新生成"),
    ),
    "locked-epub": error(
        ("the zip is locked by a password ({file})", "save a copy without a password"),
        ("此文件设有密码（{file}）", "请另存一份不设密码的"),
    ),
    "epub-too-many-files": error(
        ("the zip holds {count} files; kanben takes {most}", "check each book on its own"),
        ("压缩包含 {count} 个文件，最多 {most} 个", "请分册检查"),
    ),
    "epub-too-large": error(
        (
            "unpacked the book has {count} bytes; kanben takes {most}",
            "scale its pictures and sounds: no shop takes it",
        ),
        ("解压后有 {count} 字节，最多 {most} 字节", "请缩小图片和音频，没有书店收这样的书"),
    ),
    "epub-zip-bomb": error(
        (
            "{file} unpacks to {count} times its size; kanben takes {most}: this may be a zip bomb",
            "do not open it; ask who made it",
        ),
        ("{file} 解压后为原大小的 {count} 倍，最多 {most} 倍，可能是压缩炸弹", "请勿打开，向制作者查问"),
    ),
    "epub-unsafe-name": error(
        ("the zip names a file outside itself: {file}", "do not unpack it; ask who made it"),
        ("压缩包中的文件名指向包外：{file}", "请勿解压，向制作者查问"),
    ),
    "epub-lacks-file": error(
        ("the EPUB has no {part}", "make the file anew"),
        ("EPUB 中没有 {part}", "请重新生成"),
    ),
    "broken-package": error(
        ("{part} cannot be read: {problem}", "mend its XML"),
        ("无法读取 {part}：{problem}", "请改正其 XML"),
    ),
    "no-package": error(
        ("{part} is not a package document", "let META-INF/container.xml name the OPF file"),
        ("{part} 不是包文件", "META-INF/container.xml 应指向 OPF 文件"),
    ),
    # ---- the zip
    "mimetype-not-first": error(
        ("mimetype is not the first file: {first} is", "pack it first"),
        ("mimetype 不是第一个文件，第一个是 {first}", "请最先打包 mimetype"),
    ),
    "mimetype-packed": error(
        ("mimetype is compressed", "store it as it is: systems know an EPUB by its first bytes"),
        ("mimetype 被压缩", "请原样存入，阅读器靠开头的字节认出 EPUB"),
    ),
    "mimetype-other": error(
        ("mimetype does not say {wanted}", "write this alone, without a line's end"),
        ("mimetype 的内容不是 {wanted}", "只写这些，末尾不换行"),
    ),
    "name-twice": error(
        ("a second file has this name (capitals aside)", "give each file a name of its own"),
        ("文件名重复（不计大小写）", "各文件名应不相同"),
    ),
    "name-not-plain": error(
        ("the name is not ASCII in lower case", "rename it to small letters, digits, hyphens; mend what links to it"),
        ("文件名不是小写 ASCII", "请改为小写字母、数字、连字符，并改正链接"),
    ),
    "packed-otherwise": error(
        ("the file is compressed otherwise than by Deflate", "pack the EPUB with Deflate"),
        ("文件的压缩方式不是 Deflate", "请用 Deflate 打包"),
    ),
    "page-too-heavy": error(
        ("the page has {size} kB, above {most}", "split it at a section"),
        ("此页有 {size} kB，超过 {most} kB", "请在节处分开"),
    ),
    # ---- the manifest
    "item-missing": error(
        ("{file} is listed and not in the book", "put it in, or take its item out"),
        ("清单中的 {file} 不在书中", "请补上，或删去条目"),
    ),
    "item-unreadable": error(
        ("the file cannot be unpacked", "make the EPUB anew"),
        ("文件无法解压", "请重新生成 EPUB"),
    ),
    "file-unlisted": warning(
        ("the file is in the book and not listed", "list it in the manifest, or leave it out"),
        ("文件在书中而未列入清单", "请列入清单，或删去"),
    ),
    "spine-empty": error(
        ("the reading order is empty", "list the pages in the spine"),
        ("阅读次序为空", "请在 spine 中列出各页"),
    ),
    "spine-astray": error(
        ("the reading order names {id}, which is no item", "correct the idref"),
        ("阅读次序中的 {id} 不在清单中", "请改正 idref"),
    ),
    "spine-twice": error(
        ("the reading order names {id} twice", "let each page be read once"),
        ("阅读次序中 {id} 重复", "每页只应出现一次"),
    ),
    "spine-kind": error(
        ("{file} in the reading order is {kind}", "let only XHTML and SVG stand there"),
        ("阅读次序中的 {file} 为 {kind}", "只能是 XHTML 和 SVG"),
    ),
    "media-type": error(
        ("{file} is not {kind}", "give the item its true media type"),
        ("{file} 不是 {kind}", "请写明真实的媒体类型"),
    ),
    "media-type-foreign": warning(
        ("{file} is {kind}, which reading systems need not show", "save it as JPEG, PNG or SVG"),
        ("{file} 为 {kind}，阅读器未必显示", "请存为 JPEG、PNG 或 SVG"),
    ),
    "picture-unreadable": error(
        ("the picture cannot be read", "save it anew as JPEG or PNG"),
        ("无法读取图片", "请重新存为 JPEG 或 PNG"),
    ),
    "property-missing": error(
        ("the item {file} does not say {name}, which the page holds", "add it to its properties"),
        ("条目 {file} 未写明页中所含的 {name}", "请加入 properties"),
    ),
    "property-untrue": warning(
        ("the item {file} says {name}, which the page does not hold", "take it out of its properties"),
        ("条目 {file} 写有 {name}，而页中没有", "请从 properties 中删去"),
    ),
    # ---- pages
    "not-well-formed": error(
        ("this is not well-formed XML: {problem}", "mend it: reading systems show an error instead of the page"),
        ("不是格式良好的 XML：{problem}", "请改正，否则阅读器只显示错误"),
    ),
    "entity-declared": error(
        ("the document declares the entity {name}", "write its characters instead"),
        ("文档声明了实体 {name}", "请直接写字符"),
    ),
    "not-xhtml": error(
        ("the page's root is not html in the namespace of XHTML", 'write xmlns="http://www.w3.org/1999/xhtml"'),
        ("此页的根元素不是 XHTML 的 html", '请写 xmlns="http://www.w3.org/1999/xhtml"'),
    ),
    "id-twice": error(
        ("the id {id} stands already in line {first}", "give each element an id of its own"),
        ("id {id} 已见于第 {first} 行", "各元素 id 应不相同"),
    ),
    "ruby-without-rp": error(
        ("the ruby “{words}” has no rp", "add brackets in rp, for systems that cannot show ruby"),
        ("注音“{words}”没有 rp", "请用 rp 加括号，供不支持注音的阅读器显示"),
    ),
    "structure-without-role": warning(
        ("the {name} has no role", 'add role="doc-{name}" for screen readers'),
        ("{name} 没有 role", '请加 role="doc-{name}"，供读屏软件识别'),
    ),
    "glossary-without-terms": error(
        ("the glossary has no dt and dd", "write terms and definitions as a dl"),
        ("名词解释没有 dt 和 dd", "请用 dl 写词条和释义"),
    ),
    "term-with-links": error(
        ("the term “{words}” holds a link", "let dt hold the term alone, and put links in dd"),
        ("词条“{words}”中有链接", "dt 中只放词条，链接放在 dd 中"),
    ),
    "works-without-entries": error(
        ("the bibliography is not a list", "write each work as an li"),
        ("参考文献不是列表", "请把每条文献写成 li"),
    ),
    "work-with-back-links": error(
        ("the ways back stand within the words of “{words}”", "put them in a paragraph of their own"),
        ("“{words}”的返回链接在文献文字之内", "请另起一段放返回链接"),
    ),
    "index-without-entries": error(
        ("the index is not a list", "write its entries as li"),
        ("索引不是列表", "请把条目写成 li"),
    ),
    "heading-empty": error(
        ("an {level} has no words", "give it words, or take it out"),
        ("{level} 没有文字", "请写上文字，或删去"),
    ),
    "heading-skipped": error(
        ("“{words}” is {below}, right after {above}", "leave out no level"),
        ("“{words}”为 {below}，紧接 {above}", "标题不应越级"),
    ),
    # ---- styles and fonts
    "fixed-size": error(
        ("{selector}: {name} in {unit}", "give it in em, rem or %, so that it grows with the text"),
        ("{selector}：{name} 以 {unit} 为单位", "请用 em、rem 或 %，使其随字号缩放"),
    ),
    "fixed-space": warning(
        ("{selector}: {name} in {unit}", "give it in em or %, so that it suits every screen"),
        ("{selector}：{name} 以 {unit} 为单位", "建议用 em 或 %，以适应各种屏幕"),
    ),
    "fixed-body-colour": error(
        ("{selector}: {name} is fixed on body text", "take it out: in the dark the text may vanish"),
        ("{selector}：正文的 {name} 是固定的", "请删去，否则夜间模式下可能看不见文字"),
    ),
    "fixed-colour": warning(
        ("{selector}: {name} is fixed", "see that it can be read on black, white and sepia"),
        ("{selector}：{name} 是固定的", "请确认在黑、白、米色底上都能阅读"),
    ),
    "style-too-deep": error(
        ("brackets stand in brackets too deep to be read", "close what is open; no style needs so many"),
        ("括号嵌套过深，无法读取", "请闭合括号，样式不需要这么多层"),
    ),
    "style-unparsed": warning(
        ("this cannot be parsed and is left out: {problem}", "mend it, or take it out"),
        ("无法解析，阅读器会略过：{problem}", "请改正，或删去"),
    ),
    "font-unreadable": error(
        ("the font cannot be read", "make its subset anew"),
        ("无法读取字体", "请重新制作子集"),
    ),
    "font-without-licence": warning(
        ("no licence is noted for this font", "put its licence beside it, or keep its licence record"),
        ("此字体没有许可说明", "请附上许可文件，或保留字体内的许可记录"),
    ),
    "fonts-too-heavy": error(
        ("the fonts weigh {size} MB together, above {most}", "subset them to the characters that devices lack"),
        ("字体共 {size} MB，超过 {most} MB", "请只保留设备所缺的字"),
    ),
    "character-without-font": error(
        ("{character} ({point}) has no font in the book, and devices may lack it", "embed a subset font that draws it"),
        ("{character}（{point}）书中没有字体，设备也可能没有", "请嵌入含此字的子集字体"),
    ),
    # ---- what comes from outside
    "remote-item": error(
        ("{href} lies outside the book", "put the file into the book"),
        ("{href} 在书外", "请把文件放入书中"),
    ),
    "remote-resource": error(
        ("{href} is fetched from outside", "put the file into the book"),
        ("{href} 需从外部读取", "请把文件放入书中"),
    ),
    "link-runs-something": error(
        ("the link {href} is none to a page", "link to a page of the book or the web"),
        ("链接 {href} 不指向页面", "请链接到书中或网上的页面"),
    ),
    "script": error(
        ("the page has a script", "take it out: most reading systems do not run it, shops refuse it"),
        ("页中有脚本", "请删去，多数阅读器不运行，书店不接受"),
    ),
    "live-element": error(
        ("the page has a {name}", "take it out: reading systems leave it dead"),
        ("页中有 {name}", "请删去，阅读器不支持"),
    ),
    "event-handler": error(
        ("the attribute {name} is a script", "take it out"),
        ("属性 {name} 是脚本", "请删去"),
    ),
    # ---- pictures
    "alt-missing": error(
        ("{file} has no alt", 'say what it shows; alt="" if it only decorates'),
        ("{file} 没有 alt", '请写明图意；仅作装饰则写 alt=""'),
    ),
    "alt-empty": warning(
        ("the alt of {file} is empty", 'say what it shows, or role="presentation" if it only decorates'),
        ("{file} 的 alt 为空", '请写明图意；仅作装饰则加 role="presentation"'),
    ),
    "alt-is-a-file-name": warning(
        ("the alt of {file} is its file's name", "say what it shows"),
        ("{file} 的 alt 是文件名", "请写明图意"),
    ),
    "drawing-without-words": error(
        ("a drawing in the page has no words", "give svg a title or an aria-label"),
        ("页中的 SVG 没有文字说明", "请加 title 或 aria-label"),
    ),
}
