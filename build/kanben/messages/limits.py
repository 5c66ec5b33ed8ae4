"""What is said of more than kanben takes."""

from kanben.messages.message import Message, error

LIMITS: dict[str, Message] = {
    "huge-file": error(
        ("{file} has {count} bytes; kanben takes {most}", "see what it is: no chapter and no picture is so large"),
        ("{file} 有 {count} 字节，最多 {most} 字节", "请看看它是什么：没有这么大的章和图片"),
    ),
    "large-file": error(
        ("the file has {count} bytes; kanben takes {most}", "make several files of it, and name them under parts"),
        ("文件有 {count} 字节，最多 {most} 字节", "请分成几个文件，并都写入 parts"),
    ),
    "large-manuscript": error(
        ("the manuscript has more than {most} bytes", "make several files of it, and import each"),
        ("文本稿超过 {most} 字节", "请分成几个文件，分别导入"),
    ),
    "long-manuscript": error(
        ("the manuscript has {count} lines; kanben takes {most}", "make several files of it, and import each"),
        ("文本稿有 {count} 行，最多 {most} 行", "请分成几个文件，分别导入"),
    ),
    "many-proposals": error(
        (
            "{count} things to propose in the manuscript; kanben takes {most}",
            "make several files of it, and import each",
        ),
        ("对文本稿有 {count} 条建议，最多 {most} 条", "请分成几个文件，分别导入"),
    ),
    "long-run": error(
        (
            "{count} characters without a blank; kanben takes {most}, for no line holds them",
            "put blanks into it, or take it out",
        ),
        ("{count} 个西文、数字或符号连成一串，最多 {most} 个，没有一行放得下", "请加空格，或删去"),
    ),
    "many-notes": error(
        ("the file has more than {most} notes; this is the first beyond", "make several files of it"),
        ("一个文件最多 {most} 条注，这是多出的第一条", "请把这一章分成几个文件"),
    ),
    "many-headings": error(
        ("the file has more than {most} headings; this is the first beyond", "make several files of it"),
        ("一个文件最多 {most} 个标题，这是多出的第一个", "请把这一章分成几个文件"),
    ),
    "many-headings-in-all": error(
        ("the book has more than {most} headings; this is the first beyond", "make several volumes of it"),
        ("一本书最多 {most} 个标题，这是多出的第一个", "请分册"),
    ),
    "many-definitions": error(
        (
            "the lists of definitions of the file have more than {most} entries; this is the first beyond",
            "make several files of it",
        ),
        ("一个文件的定义列表最多 {most} 条，这是多出的第一条", "请分成几个文件"),
    ),
    "many-formulas": error(
        ("the file has more than {most} formulas; this is the first beyond", "make several files of it"),
        ("一个文件最多 {most} 个公式，这是多出的第一个", "请把这一章分成几个文件"),
    ),
    "crowded-citations": error(
        ("a paragraph has {count} citations; kanben takes {most}", "make several paragraphs of it"),
        ("一段有 {count} 处引用，最多 {most} 处", "请分段"),
    ),
    "many-cells": error(
        ("the tables of the file have {count} cells up to here; kanben takes {most}", "make several files of it"),
        ("到这个表为止，文件中的表有 {count} 格，最多 {most} 格", "请把这一章分成几个文件"),
    ),
    "many-charts": error(
        ("the file has more than {most} charts; this is the first beyond", "make several files of it"),
        ("一个文件最多 {most} 幅图表，这是多出的第一幅", "请把这一章分成几个文件"),
    ),
    "crowded-notes": error(
        ("a paragraph has {count} notes; kanben takes {most}", "make several paragraphs of it"),
        ("一段有 {count} 条注，最多 {most} 条", "请分段"),
    ),
    "long-cell": error(
        ("a cell has {count} characters; kanben takes {most}", "say it in a paragraph outside the table"),
        ("表的一格有 {count} 字，最多 {most} 字", "请写在表外的段落里"),
    ),
    "large-drawing": error(
        (
            "{file} has {count} bytes; kanben takes {most} of a drawing",
            "draw fewer shapes, or save it as a PNG",
        ),
        ("{file} 有 {count} 字节，一幅 SVG 最多 {most} 字节", "请减少图形，或另存为 PNG"),
    ),
    "many-shapes": error(
        (
            "{file} shows more than {most} shapes, letters and what it uses again counted as well, or itself in itself",
            "draw fewer shapes, or save it as a PNG",
        ),
        ("{file} 所画的图形超过 {most} 个（一字算一个，重复引用的每次都算），或引用了自身", "请减少图形，或另存为 PNG"),
    ),
    "large-template": error(
        ("the file has {count} bytes; kanben takes {most}", "say what is otherwise than in kanben's own alone"),
        ("文件有 {count} 字节，最多 {most} 字节", "请只写与刊本自己的模板不同的部分"),
    ),
    "endless-template": error(
        (
            "for one page the template reads or makes more than {most} characters, or turns in loops for as long",
            "end its loops, and let it make what the page shows alone",
        ),
        ("模板为一页所读所写的字超过 {most}，或循环没完没了", "请让循环结束，只写这一页要印的内容"),
    ),
    "endless-style": error(
        (
            "the variables of the style come to more than {most} words for one element",
            "let no variable name another many times over",
        ),
        ("样式的变量为一个元素写出的词超过 {most} 个", "请勿让变量层层引用多次"),
    ),
    "large-number": error(
        ("the template reckons with a number of more than {most} bits", "reckon with smaller numbers"),
        ("模板所算的数超过 {most} 个二进制位", "请用小一些的数"),
    ),
    "large-table": error(
        ("the table has {count} cells; kanben takes {most}", "make several tables of it"),
        ("表有 {count} 格，最多 {most} 格", "请分成几个表"),
    ),
    "long-code": error(
        ("the code has {count} lines; kanben takes {most}", "print what matters of it, and tell where the rest is"),
        ("代码有 {count} 行，最多 {most} 行", "请只印要紧的部分，并说明其余在何处"),
    ),
    "long-formula": error(
        ("the formula has {count} characters of TeX; kanben takes {most}", "make several formulas of it"),
        ("公式的 TeX 有 {count} 字，最多 {most} 字", "请分成几个公式"),
    ),
    "many-terms": error(
        ("the glossary has {count} entries; kanben takes {most}", "keep those that readers need"),
        ("名词解释有 {count} 条，最多 {most} 条", "请只留读者需要的"),
    ),
    "many-works": error(
        ("there are {count} works; kanben takes {most}", "keep those that the text cites"),
        ("文献有 {count} 条，最多 {most} 条", "请只留正文引用的"),
    ),
    "many-entries": error(
        (
            "the index has {count} entries; kanben takes {most}, and this is the first beyond",
            "keep what readers look for",
        ),
        ("索引有 {count} 条，最多 {most} 条，这是多出的第一条", "请只留读者会查的"),
    ),
    "many-places": error(
        (
            "the index leads to {count} places, most of them for “{term}”; kanben takes {most}",
            "leave out words that stand on every page, or mark the places that matter",
        ),
        ("索引共指向 {count} 处，以“{term}”为最多；最多 {most} 处", "请删去页页都有的词，或只标记要紧的地方"),
    ),
    "many-revisions": error(
        ("there are {count} revisions; kanben takes {most}", "keep the latest"),
        ("修订记录有 {count} 条，最多 {most} 条", "请只留近来的"),
    ),
    "large-yaml": error(
        ("the file has {count} bytes; kanben takes {most}", "keep what belongs to the title"),
        ("文件有 {count} 字节，最多 {most} 字节", "请只留与本书有关的内容"),
    ),
    "deep-yaml": error(
        ("{count} lists or maps stand in each other; kanben takes {most}", "write it as the handbook shows it"),
        ("列表或映射套了 {count} 层，最多 {most} 层", "请按手册的写法减少层次"),
    ),
    "deep-formula": error(
        ("the formula “{tex}” has {count} levels; kanben takes {most}", "write it flatter, or make several of it"),
        ("公式“{tex}”有 {count} 层，最多 {most} 层", "请减少层次，或分成几个公式"),
    ),
    "epub-many-items": error(
        ("the package lists {count} files; kanben takes {most}", "check each book on its own"),
        ("包文件的清单有 {count} 项，最多 {most} 项", "请分册检查"),
    ),
    "epub-many-elements": error(
        ("the page has {count} elements; kanben takes {most}", "split it at a section"),
        ("此页有 {count} 个元素，最多 {most} 个", "请在节处分开"),
    ),
    "large-edition": error(
        ("the file has {count} bytes; kanben takes {most}", "scale its pictures: no shop takes it"),
        ("文件有 {count} 字节，最多 {most} 字节", "请缩小图片，没有书店收这样的文件"),
    ),
    "check-timeout": error(
        (
            "the file cannot be read within {seconds} s and one more for each page",
            "ask who made it: it may be made to keep its readers busy",
        ),
        ("在 {seconds} 秒（每页再加一秒）内读不完此文件", "请向制作者查问，它可能是故意让人读不完的"),
    ),
    "check-memory": error(
        (
            "reading the file needs more than the {limit} GB of memory that it may have",
            "ask who made it: it may unpack to far more than it shows",
        ),
        ("读此文件所需的内存超过 {limit} GB", "请向制作者查问，它解开后可能远大于所见"),
    ),
    "check-died": error(
        (
            "the file ends whatever reads it: it needs more than {limit} GB of memory, or is broken",
            "do not hand it on; ask who made it",
        ),
        ("读此文件的进程中止：所需的内存超过 {limit} GB，或文件已损坏", "请勿外传，向制作者查问"),
    ),
}
