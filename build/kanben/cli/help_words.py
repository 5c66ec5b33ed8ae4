"""What help says: a line for each command in the list of all, and in Chinese what stands in English at the command."""

from kanben.messages import Language

OUT, NO_CACHE, JSON = "--out", "--no-cache", "--json"
NO_CACHE_ZH, JSON_ZH = "不读也不写缓存。", "每行写一个 JSON 对象，供程序读。"
IN_BRIEF: dict[Language, dict[str, str]] = {
    "en": {
        "build": "Make the editions of titles.",
        "check": "Proof titles, finished PDFs, EPUBs and web editions.",
        "diff": "Mark what differs between two states of a title.",
        "doctor": "Tell what is installed, what is missing, what to type.",
        "import": "Turn a manuscript into a title folder.",
        "new": "Make a title folder with a sample chapter.",
        "release": "Make a title's editions as a release.",
        "verify": "Say which release files are from, and if intact.",
        "watch": "Show a title's editions while you write.",
    },
    "zh": {
        "build": "做书：印刷版、电子书、网页版。",
        "check": "检查书稿，或成品 PDF、EPUB、网页版。",
        "diff": "比较两稿，标出改动。",
        "doctor": "装了什么，缺什么，该键入什么。",
        "import": "把文稿转成书稿文件夹。",
        "new": "新建书稿文件夹，内有样稿。",
        "release": "发布：做出各版本并存档。",
        "verify": "核对成品出自哪次发布，是否完好。",
        "watch": "在浏览器里边写边看。",
    },
}
"""The list has room for so much."""
CHINESE: dict[str, dict[str, str]] = {
    "kanben": {
        "": "kanben 刊本：一份结构化的书稿，三种版本：印刷用 PDF、EPUB、网页。",
        "--version": "写出版本号。",
    },
    "build": {
        "": "做每个 TITLE 的各种版本。TITLE 是书稿文件夹，或它在 ./source 中的名字。\n\n"
        "不写 TITLE，就做当前文件夹里的书稿，否则做 ./source 中的全部。",
        "--edition": "只做这一种版本；可写几次。",
        "--variant": "PDF 为谁而做；不写就照 title.yaml。",
        "--script": "简体或繁体；繁体版放在 OUT/TITLE-hant，附待核字表。",
        OUT: "成品放在哪里。",
        NO_CACHE: NO_CACHE_ZH,
        JSON: JSON_ZH,
    },
    "check": {
        "": "检查每个 TITLE 的书稿，或成品：BOOK.pdf、BOOK.epub、网页版的文件夹，或放着各种版本的文件夹。\n\n"
        "什么都不写，就查当前文件夹里的书稿，否则查 ./source 中的全部。装有别家的检查程序，就请它们也查成品；"
        "写了 --all，它们一个也不能少，并把书稿做成各种版本来查（查完即弃），每处问题都指到书稿中的位置。",
        "--all": "连 TITLE 的各种版本一起查；检查程序一个也不能少。",
        JSON: JSON_ZH,
        "--show": "把 PDF 中有问题的行画出来。",
        "--store": "对照书店对 EPUB 的要求；可写几次。",
    },
    "diff": {
        "": "比较 OLD 和 NEW 两稿，在 NEW 中标出改动，做成网页和 PDF，放在 OUT/TITLE-diff。\n\n"
        "两者都可以写书稿，或 REV:FOLDER，即 git 某个版本中的书稿文件夹：HEAD~3:source/my-book。",
        OUT: "做好的放在哪里。",
        NO_CACHE: NO_CACHE_ZH,
        JSON: JSON_ZH,
    },
    "doctor": {"": "装了什么，缺什么，该键入什么。", JSON: "写一个 JSON 对象，供程序读。"},
    "import": {
        "": "把 MANUSCRIPT，即从文档中取出的纯文本，转成书稿文件夹。",
        "--into": "新书稿文件夹的名字。",
        "--apply": "照办某一类的全部提议：{choices}。",
    },
    "new": {"": "新建书稿文件夹 DIR，内有一章样稿。"},
    "release": {
        "": "发布 TITLE：做出各种版本，放在 OUT/TITLE/release/VERSION。\n\n发布过的版本不会被改写。",
        "--version": "版本号，如 1.2；不写就用 title.yaml 的 edition。",
        "--note": "这一版的说明，由你来写。",
        "--since": "上一次发布在 git 中的版本：列出改动。",
        OUT: "发布的版本放在哪里。",
        NO_CACHE: NO_CACHE_ZH,
        JSON: JSON_ZH,
    },
    "verify": {
        "": "核对每个 FILE（PDF、EPUB 或网页版的压缩包）出自哪次发布，是否完好。\n\n"
        "全部完好返回 0，有被改过的返回 1，无从得知返回 2。",
        "--release": "发布文件夹；不写就在文件旁边找。",
        JSON: JSON_ZH,
    },
    "watch": {
        "": "TITLE 一有改动就重做各种版本，显示在浏览器里。",
        OUT: "成品放在哪里。",
        "--port": "用本机的哪个端口；不写就自选空闲的。",
        "--no-open": "不打开浏览器。",
    },
}
"""By command and option; what a command is for stands under no name."""
