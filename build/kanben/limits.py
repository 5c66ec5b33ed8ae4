"""How much kanben takes of anything: the one table of limits, which the handbook prints.

Each stands far above what real books have, and below what would keep an editor waiting for more than a minute on one
core, or fill two GB of memory. What goes beyond is refused at its line, with the figure.
"""

from dataclasses import dataclass

PATIENCE = 6
"""How many times as long as its processor time a step may take by the clock, on a machine that has more to do."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is taken; what of, in which unit and why the figure is what it is, as the handbook says it."""

    most: int
    unit: str
    what: str
    reason: str
    code: str
    """The message that is told of what goes beyond."""


ANY_FILE = Limit(500_000_000, "字节", "书稿里的任何文件", "读入前先看；像素最多的图片，不压缩也不过这么大", "huge-file")
FILE = Limit(4_000_000, "字节", "一个 Markdown 文件", "约一百三十万字、九百页；更长的章请分成几个文件", "large-file")
MANUSCRIPT = Limit(8_000_000, "字节", "一份要导入的文本稿", "约二百六十万字，约用一分钟", "large-manuscript")
MANUSCRIPT_LINES = Limit(500_000, "行", "一份要导入的文本稿的行", "一行不过五个字，也约用半分钟", "long-manuscript")
PROPOSALS = Limit(400_000, "条", "导入一份文本稿时的建议", "报告要逐条列出，约用二十秒", "many-proposals")
LINE = Limit(100_000, "字", "一行（一段）", "实际的书里，最长的段不过几千字", "long-line")
RUN = Limit(2_000, "字", "不能断行的一串西文、数字或符号", "没有一行放得下；最长的网址不过几百字", "long-run")
DEPTH = Limit(40, "层", "列表、引文和块的嵌套", "再深就没有版面可用", "too-deep")
BRACKETS = Limit(12, "个", "一段中同时未闭合的“[”", "每多一个，读入的时间加倍", "too-many-brackets")
NOTES = Limit(3_000, "条", "一个文件中的注", "每条注都要在页末占位", "many-notes")
HEADINGS = Limit(3_000, "个", "一个文件中的标题", "都要列入目录、编号、排书签", "many-headings")
HEADINGS_IN_ALL = Limit(5_000, "个", "一本书的标题", "一千页的书不过两千", "many-headings-in-all")
DEFINITIONS = Limit(
    10_000, "条", "一个文件中定义列表的词条", "约三百页；词典请按部首或字母分成几个文件", "many-definitions"
)
FORMULAS = Limit(5_000, "个", "一个文件中的公式", "约用一分钟；数学书的一章不过一千", "many-formulas")
CELLS = Limit(20_000, "格", "一个表", "五千行、四栏；各栏的宽度要看过每一格才能定", "large-table")
CELLS_IN_FILE = Limit(25_000, "格", "一个文件中的各表", "约用一分钟；更多的表请分入几个文件", "many-cells")
CHARTS = Limit(150, "幅", "一个文件中的图表", "每幅要画三次，约用零点二秒", "many-charts")
NOTES_HERE = Limit(500, "条", "一段中的注", "都要与这一段同页", "crowded-notes")
CITES_HERE = Limit(1_000, "处", "一段中的引用", "实际的书里，一段不过几十处", "crowded-citations")
CELL = Limit(3_000, "字", "表的一格", "两页；更长的文字请写在表外", "long-cell")
CODE_LINES = Limit(20_000, "行", "一块代码", "约四百页", "long-code")
FORMULA = Limit(10_000, "字", "一个公式的 TeX", "约两页的算式", "long-formula")
FORMULA_DEPTH = Limit(60, "层", "公式的嵌套", "再深就小得看不清", "deep-formula")
TERMS = Limit(5_000, "条", "名词解释", "每个词都要在全书中查找", "many-terms")
WORKS = Limit(5_000, "条", "参考文献", "每一条都要著录、排序", "many-works")
ENTRIES = Limit(5_000, "条", "索引的条目", "每一条都要在全书中查找、排序", "many-entries")
PLACES = Limit(20_000, "处", "索引所指的地方", "约二百页的索引", "many-places")
REVISIONS = Limit(2_000, "条", "修订记录", "约一百页的表", "many-revisions")
YAML = Limit(10_000_000, "字节", "一个 YAML 或 JSON 文件", "约二十万条", "large-yaml")
YAML_DEPTH = Limit(30, "层", "YAML 的嵌套", "各文件的写法不过四五层", "deep-yaml")
CSV = Limit(1_000_000, "字节", "一个 CSV 文件", "书中的表放不下更多", "large-csv")
CSV_ROWS = Limit(2_000, "行", "一个 CSV 文件的数据", "约五十页的表", "long-csv")
CSV_COLUMNS = Limit(40, "栏", "一个 CSV 文件的栏", "再多，横排的版心也放不下", "wide-csv")
SIDE = Limit(20_000, "像素", "图片的一边", "以 600 dpi 印刷，宽 85 厘米", "long-image")
PIXELS = Limit(80_000_000, "像素", "一幅图片", "解开后约 320 MB", "large-image")
HEAVY = Limit(20_000_000, "字节", "一幅图片，超出只提醒", "印刷版原样收入", "heavy-image")
DRAWING = Limit(8_000_000, "字节", "一幅 SVG 图", "约十万个图形", "large-drawing")
SHAPES = Limit(100_000, "个", "一幅 SVG 图所画的图形", "一字一个；重复引用的，每次都算；约用十秒", "many-shapes")
TEMPLATE_FILE = Limit(1_000_000, "字节", "自带的一个模板或样式文件", "刊本自己最大的不过几万字节", "large-template")
TEMPLATE = Limit(
    200_000_000,
    "字",
    "自带模板为一页所写所读的字",
    "循环和宏每转一次，按其中的语句折算；通常不到一页字数的十倍",
    "endless-template",
)
TEMPLATE_NUMBER = Limit(10_000, "位", "自带模板算出的整数（二进制）", "约三千位的数", "large-number")
VARIABLES = Limit(5_000, "个", "自带样式的 var() 为一个元素写出的词", "通常不过几十个", "endless-style")
EPUB_FILES = Limit(20_000, "个", "所检查的 EPUB 里的文件", "一本书不过几百个", "epub-too-many-files")
EPUB_BYTES = Limit(4_000_000_000, "字节", "所检查的 EPUB 解开后", "书店最多收一半", "epub-too-large")
EPUB_RATIO = Limit(200, "倍", "EPUB 里大文件解开后与压缩时之比", "文字约为十倍，压缩炸弹约为一千倍", "epub-zip-bomb")
EPUB_ITEMS = Limit(10_000, "项", "所检查的 EPUB 的清单", "一本书不过几百项", "epub-many-items")
EPUB_ELEMENTS = Limit(150_000, "个", "所检查的 EPUB 里一页的元素", "约一千页的书放在一页里", "epub-many-elements")
EDITION = Limit(4_000_000_000, "字节", "所检查、所核对的成品文件", "书店最多收一半", "large-edition")
CHECK = Limit(60, "秒", "检查一份成品", "处理器的时间；每读完一页 PDF，再加一秒；一千页约用一分半钟", "check-timeout")
CHECK_MEMORY = Limit(1_500, "MB", "检查一份成品所用的内存", "一千页约用 500 MB", "check-memory")
PANDOC = Limit(20, "秒", "读入一个文件", "处理器的时间；最长的文件约用两秒", "pandoc-timeout")
LAYOUT = Limit(600, "秒", "排一遍印刷版", "处理器的时间；一千页约用一分钟", "layout-timeout")
SEARCH = Limit(60, "秒", "编网页版的搜索", "一千页约用两秒", "pagefind-timeout")
THEN = Limit(500_000_000, "字节", "从 git 取的一份旧稿", "所有文件都要放进内存", "huge-revision")
FILES_THEN = Limit(20_000, "个", "从 git 取的一份旧稿的文件", "一本书不过几百个", "many-files-then")
GIT = Limit(60, "秒", "从 git 取旧稿", "通常不到一秒", "git-timeout")
MEMORY = Limit(75, "%", "排版所用的内存", "电脑内存的四分之三；一千页约用一点五 GB", "layout-memory")

LIMITS = tuple(limit for limit in tuple(globals().values()) if isinstance(limit, Limit))
"""All of them, as the handbook lists them."""
