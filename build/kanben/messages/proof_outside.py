"""What is said of checkers that are not ours: why one did not look, and why a remark of one is passed over."""

from kanben.messages.message import Language, Message, warning

PROOF_OUTSIDE: dict[str, Message] = {
    "checker-absent": warning(
        ("{checker} did not look: {missing} is not installed", "type: {command}"),
        ("{checker} 没有检查：未安装 {missing}", "请键入：{command}"),
    ),
    "checker-silent": warning(
        ("{checker} gave no answer: {problem}", "run it by hand on this file; if it ends there too, tell its makers"),
        ("{checker} 没有给出结果：{problem}", "请手工运行它检查此文件；若同样中断，请告知它的作者"),
    ),
}

OUTSIDE_ASKS: dict[str, dict[Language, str]] = {
    "qpdf": {"en": "the file's syntax is sound", "zh": "文件语法正确"},
    "Ghostscript": {"en": "every page can be drawn", "zh": "每页都能画出"},
    "page-validation": {"en": "PDF/UA and PDF/A, as claimed", "zh": "符合所称的 PDF/UA、PDF/A"},
    "outloud": {"en": "it can be read aloud", "zh": "可供朗读"},
    "EPUBCheck": {"en": "the rules of EPUB", "zh": "EPUB 规范"},
    "Ace": {"en": "everybody can read it", "zh": "无障碍"},
    "Nu": {"en": "sound HTML", "zh": "HTML 规范"},
    "axe": {"en": "everybody can use its pages (WCAG)", "zh": "页面无障碍（WCAG）"},
}
"""What each checker is asked for."""

REASONS: dict[str, dict[Language, str]] = {
    "metadata-filter": {
        "en": "metadata may be compressed in PDF/A-2 and PDF/A-3; PDF/A-1 alone forbids it",
        "zh": "PDF/A-2、PDF/A-3 允许压缩元数据，禁止的只有 PDF/A-1",
    },
    "aria-on-svg": {
        "en": "a drawing may be named by ARIA (SVG 2), as Nu grants it in HTML; for XHTML its rules are of SVG 1.1",
        "zh": "SVG 2 允许用 ARIA 说明图形，Nu 在 HTML 中也认可；它检查 XHTML 时用的还是 SVG 1.1",
    },
    "self-on-disk": {
        "en": "the policy allows what lies beside the page; Nu reads pages from the disk, where it knows no 'self'",
        "zh": "策略允许同一文件夹里的资源；Nu 从磁盘读网页，不认得“self”",
    },
    "notes-are-no-footers": {
        "en": "a note at the foot of three pages has the same words; a note is content, not a running footer",
        "zh": "三页的页末有文字相同的脚注；脚注是正文，不是页脚",
    },
}
"""Why a remark is passed over."""
