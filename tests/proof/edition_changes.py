"""One change in one edition, by what was changed: of the EPUB, of the web edition, of the PDF's own record."""

from pathlib import Path

from tests.proof.epub_changes import NAV, ONE, OPF, TWO, Change

LEAF, START = "title-page.xhtml", "index.html"
CONTENTS = '(<section class="contents".*?)'
SIDE = '(<nav class="side".*?)'
IN_EPUB: dict[str, Change] = {
    "another maker": Change(OPF, "刊本项目</dc:creator>", "他人</dc:creator>"),
    "a lost maker": Change(OPF, "<dc:creator.*?</dc:creator>"),
    "another language": Change(OPF, "zh-Hans</dc:language>", "en</dc:language>"),
    "another identifier": Change(OPF, "5d0f6c3e", "6d0f6c3e"),
    "another date": Change(OPF, "2026-01-01</dc:date>", "2027-01-01</dc:date>"),
    "a publisher": Change(OPF, "<dc:rights>", "<dc:publisher>某社</dc:publisher><dc:rights>"),
    "another edition": Change(OPF, "第1版</meta>", "第2版</meta>"),
    "a title leaf of another title": Change(LEAF, "<h1>桥", "<h1>桥梁"),
    "a title leaf of another role": Change(LEAF, "编写</span>", "主编</span>"),
    "a title leaf of another day": Change(LEAF, "1月1日", "1月2日"),
    "a page in another language": Change(ONE, 'lang="zh-Hans" xml:lang="zh-Hans"', 'lang="en" xml:lang="en"'),
    "a passage in another language": Change(ONE, '<span lang="en" xml:lang="en">', '<span lang="fr" xml:lang="fr">'),
    "another entry of the contents": Change(NAV, '(#ch01-s1">)1.1　拱与梁', r"\g<1>1.1　梁与拱"),
    "a lost entry of the contents": Change(NAV, '<li><a href="references.xhtml">参考文献</a></li>\n'),
    "an entry that leads elsewhere": Change(NAV, 'href="ch02.xhtml">第二章', 'href="glossary.xhtml">第二章'),
    "entries out of their order": Change(NAV, "(<li>[^\n]*名词解释</a></li>)\n(<li>[^\n]*</li>)", r"\2\1"),
    "entries of another level": Change(NAV, "<ol>\n(<li><a[^\n]*s1.*?</li>\n<li>.*?</li>)\n</ol>\n</li>", r"</li>\1"),
    "a page of another number": Change(ONE, 'aria-label="2"', 'aria-label="12"'),
    "a page that begins on the one before": Change(
        ONE, '(<h2 id="ch01-s1">)(.*?)(<span epub:type="pagebreak"[^>]*aria-label="2"/>)', r"\1\3\2"
    ),
    "another picture of the same name": Change("images/arch.svg", "<svg", "<!-- 桥 --><svg"),
    "verse on one line": Change(ONE, "长虹卧波，<br/>", "长虹卧波，"),
    "another emphasis": Change(ONE, '<em class="dot">两者', "<em>两者"),
    "other white space in code": Change(ONE, "L = 37.0", "L =  37.0"),
    "items that are one": Change(ONE, "<li>木桥</li>\n<li>石桥</li>", "<li>木桥石桥</li>"),
    "a lost end of a scene": Change(ONE, "<hr/>"),
    "paragraphs that are one": Change(ONE, "受力。</p>\n<p>第二段", "受力。第二段"),
    "a list that begins elsewhere": Change(ONE, "<ol>", '<ol start="3">'),
    "a cell that reaches farther": Change(ONE, '<td class="short"', '<td colspan="2" class="short"'),
    "a head of rows": Change(ONE, 'scope="col"', 'scope="row"'),
    "a cell under another head": Change(ONE, 'data-heads="桥">洛阳', 'data-heads="跨度（米）">洛阳'),
    "tables that were one": Change(
        ONE, "</tr>\n(<tr>\n<td[^>]*>洛阳桥)", r"</tr>\n</tbody>\n</table>\n<table>\n<tbody>\n\1"
    ),
    "a passage from right to left": Change(ONE, '<span lang="en"', '<span dir="rtl" lang="en"'),
    "a book from right to left": Change(OPF, "<spine", '<spine page-progression-direction="rtl"'),
    "a struck passage": Change(ONE, "<p>全章完。</p>", "<p><del>全章完。</del></p>"),
    "a hidden paragraph": Change(ONE, "<p>全章完", '<p hidden="hidden">全章完'),
    "a paragraph that is not shown": Change(ONE, "<p>全章完", '<p style="color: red; display: none">全章完'),
    "a paragraph that is not read aloud": Change(ONE, "<p>全章完", '<p aria-hidden="true">全章完'),
    "a part that is not in the order of reading": Change(OPF, '(<itemref idref="item-5")', r'\1 linear="no"'),
    "a lost space between words": Change(ONE, "arch bridge", "archbridge"),
    "a page of another title": Change(TWO, "<title>第二章", "<title>第三章"),
    "a use that is called otherwise": Change("glossary.xhtml", ">第二章</a>", ">第三章</a>"),
    "a use that leads elsewhere": Change("glossary.xhtml", "ch02.xhtml#t1-u2", "ch01.xhtml#t1-u1"),
    "a lost use": Change("glossary.xhtml", "、\n?<a[^>]*>第二章</a>"),
}
IN_WEB: dict[str, Change] = {
    "a page that lost its maker": Change("ch01.html", '<meta name="DC.creator"[^>]*>'),
    "a page of another title": Change("ch02.html", '(DC.title" content=")桥', r"\1路"),
    "another maker to cite": Change(START, '(citation_author" content=")刊本项目', r"\1他人"),
    "another maker for machines": Change("ch01.html", '("contributor": \\[\n  ")刊本项目', r"\1他人"),
    "another date for machines": Change(START, '("datePublished": ")2026', r"\g<1>2025"),
    "another maker in all": Change(START, '(name="author" content=")刊本项目', r"\1他人"),
    "another head of the start page": Change(START, '(<h1 id="title">)桥', r"\1桥梁"),
    "another maker on the start page": Change(START, '(class="creator">)刊本项目', r"\1他人"),
    "another description": Change(START, "(<p>)一本用来检验", r"\1一本用来检查"),
    "another year to cite": Change(START, r"(\[M\]\. )2026", r"\g<1>2025"),
    "another day among the facts": Change(START, "<dd>2026年1月1日", "<dd>2026年1月2日"),
    "another entry of the contents": Change(START, f"{CONTENTS}名词解释", r"\1词语解释"),
    "a lost entry of the contents": Change(START, f'{CONTENTS}<li><a href="references.*?</li>\n', r"\1"),
    "an entry that leads elsewhere": Change(START, f'{CONTENTS}href="ch02.html"', r'\1href="glossary.html"'),
    "another entry beside a page": Change("ch02.html", f"{SIDE}名词解释", r"\1词语解释"),
    "a lost entry beside a page": Change("glossary.html", f'{SIDE}<li><a href="references.*?</li>\n', r"\1"),
    "another maker in CSL-JSON": Change("cite.json", "刊本项目", "他人"),
    "another maker in RIS": Change("cite.ris", "刊本项目", "他人"),
    "another maker in BibTeX": Change("cite.bib", "刊本项目", "他人"),
    "a passage in no other language": Change("ch01.html", '<span lang="en"', "<span"),
    "a page from right to left": Change("ch02.html", "<html ", '<html dir="rtl" '),
    "a page of another book in its title": Change("ch02.html", "(<title>[^<]*)桥</title>", r"\1路</title>"),
}
IN_PDF: dict[str, tuple[str, str]] = {
    "another maker": ("刊本项目</rdf:li>", "刊木项目</rdf:li>"),
    "another date": ("<rdf:li>2026-01-01", "<rdf:li>2027-01-01"),
    "another identifier": ("urn:uuid:5", "urn:uuid:6"),
}


def told_of(edition: str, what: str) -> list[str]:
    """What `changes_told.txt` has of a change: each finding whole, of the EPUB beside the web edition, then print."""
    entries = (Path(__file__).parent / "changes_told.txt").read_text("utf-8").split("\n\n")
    _, *told = next(entry for entry in entries if entry.startswith(f"{edition}: {what}\n")).splitlines()
    return told
