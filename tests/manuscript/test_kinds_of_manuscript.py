"""Manuscripts of other kinds than the one column of a report with ①."""

import yaml

from kanben.manuscript import Imported, import_manuscript
from tests.manuscript import made


def imported(text: str, *apply: str) -> Imported:
    result = import_manuscript("m.txt", text.encode(), frozenset(apply))
    assert result.fidelity.residual == ()
    return result


def words(result: Imported, file: str) -> list[str]:
    return [line for line in result.files[file].decode().split("\n") if line]


def record(result: Imported) -> dict[str, object]:
    value: dict[str, object] = yaml.safe_load(result.files["title.yaml"])
    return value


def test_chapters_of_lists_keep_the_numbers_that_the_build_cannot_make() -> None:
    result = imported(made.BY_LISTS)
    assert record(result)["numbering"] == {"chapter": "{一}、", "section": ""}
    assert record(result)["creators"] == [{"name": "王一", "role": "author"}]
    assert words(result, "chapters/01.md") == [
        "# 河流的形成",
        "## （一）山中的水 {.unnumbered}",
        "雨水落在山上，沿着沟谷向下流去，一路汇合成小溪，小溪又合成了河，河水带着泥沙流向平原。",
        "### 1\\. 源头 {.unnumbered}",
        "源头常在高处。[^n1]",
        "### 2\\. 支流 {.unnumbered}",
        "支流很多。",
        "[^n1]: 《水文学入门》，山水出版社，2001年",
        "## （二）平原上的水 {.unnumbered}",
        "到了平原，河水慢了下来。",
    ]
    offers = [(p.before, p.after, p.file_line) for p in result.proposals if p.kind == "numbers"]
    assert offers == [("（一）", "1.1", 3), ("1.", "1.1.1", 7), ("2.", "1.1.2", 11), ("（二）", "1.2", 17)]


def test_numbers_that_the_editor_leaves_to_the_build_are_taken_out() -> None:
    result = imported(made.BY_LISTS, "numbers")
    assert record(result)["numbering"] == {"chapter": "{一}、", "section": "1.1"}
    headings = [line for line in words(result, "chapters/01.md") if line.startswith("#")]
    assert headings == ["# 河流的形成", "## 山中的水", "### 源头", "### 支流", "## 平原上的水"]


def test_bracketed_notes_at_the_end_go_to_their_calls_and_may_be_called_twice() -> None:
    result = imported(made.BRACKET_NOTES)
    assert record(result)["numbering"] == {"chapter": "第{1}章", "section": "1.1"}
    assert record(result)["parts"] == {"front": [], "body": ["chapters/01.md", "chapters/02.md"], "back": []}
    assert words(result, "chapters/01.md") == [
        "# 起源",
        "茶树原产于西南的山地。[^n1]人们最初把它当作药。[^n2]",
        "[^n1]: 《茶书》，第1页",
        "[^n2]: 《药典》，第2页",
        "## 药用",
        "后来才成为饮料。[^n1]",
    ]
    assert words(result, "chapters/02.md") == ["# 传播", "茶从陆路和海路传到各国。[^n1]", "[^n1]: 《商路》，第3页"]
    assert result.troubles == ()


def test_notes_at_page_feet_start_again_on_every_page() -> None:
    result = imported(made.PAGE_FEET)
    assert words(result, "chapters/01.md") == [
        "# 石桥",
        "“好的桥，”[^n1]古人说，“能过千年。”石拱把重量传向两岸，桥身越重，拱石挤得越紧[^n2]，桥也就越稳[^n3]。",
        "木桥则不同。20%的木桥毁于火，占",
        "① 《没有人引用》，第4页",
        "6.65%；其余毁于水。",
        "[^n1]: 《桥谱》，第1页",
        "[^n2]: 《石工》，第2页",
        "[^n3]: 《拱》，第3页",
    ]
    assert [(fault.code, fault.place.line) for fault in result.troubles] == [("note-without-call", 17)]


def test_a_report_with_all_its_parts() -> None:
    result = imported(made.REPORT)
    assert record(result)["title"] == "海洋简报"
    assert record(result)["subtitle"] == "读海的人"
    assert record(result)["creators"] == [{"name": "海洋研究中心", "role": "author"}]
    assert record(result)["parts"] == {
        "front": ["front/preface.md"],
        "body": ["chapters/01.md"],
        "back": ["back/conclusion.md", "glossary", "references", "back/colophon.md"],
    }
    assert words(result, "front/preface.md") == ["# 前言 {.unnumbered}", "海有两面。"]
    assert words(result, "back/conclusion.md") == ["# 结语 {.unnumbered}", "海还在那里。"]
    chapter = words(result, "chapters/01.md")
    assert chapter[:5] == ["# 潮汐", "::: epigraph", "“观海则意溢于海。”", "—— 刘勰", ":::"]
    assert chapter[5:] == ["## 涨潮", "月亮牵引海水。", "## 退潮", "海水一天退去两次(有时一次)."]
    terms = yaml.safe_load(result.files["glossary.yaml"])
    assert terms[0] == {"term": "潮汐", "definition": "海面的涨落,每天两次。\n\n另一段释义。"}
    assert "## Added by the import 导入时所加" in result.files["import-report.md"].decode()


def test_references_are_parsed_beside_their_own_wording() -> None:
    works = yaml.safe_load(imported(made.REPORT).files["references.yaml"])["references"]
    assert works[1] == {
        "id": "ref02",
        "type": "article-journal",
        "title": "论洋流",
        "author": [{"literal": "王五"}],
        "container-title": "海洋",
        "issued": {"date-parts": [[2003]]},
        "issue": "4",
        "verbatim": "王五，《论洋流》，《海洋》，2003年第4期",
        "further-reading": True,
    }
    assert works[2] == {"id": "ref03", "type": "document", "verbatim": "无法解析的条目", "further-reading": True}
    applied = yaml.safe_load(imported(made.REPORT, "references").files["references.yaml"])["references"]
    assert ["verbatim" in work for work in applied] == [False, False, True]


def test_wrapped_lines_on_pages_with_running_heads_and_folios() -> None:
    result = imported(made.pages())
    assert words(result, "chapters/01.md") == [
        "# 春天",
        "山里的春天来得很晚三月的时候路边还有残雪溪水从冰下流过发出细细的声音很是好听。",
        "到了四月杏花开了村里的人开始翻地准备种下一年的庄稼一直忙到五月的末尾才算停歇，大家都松了一口气。",
        "雨水多的年份山路常常被冲断人们只好绕道而行走上大半天才能到镇上买些盐。",
        "夏天的夜里很凉人们坐在院子里说话孩子们数着天上的星星一颗一颗数不完。",
        "秋天打下了粮食仓里堆得满满的人人脸上都有笑容。",
    ]
    assert dict(result.fidelity.counts)["page number"] == 12
    assert dict(result.fidelity.counts)["running head"] == 16


def test_one_line_to_a_paragraph_without_blank_lines() -> None:
    result = imported("散文两则\n第一章 雨\n雨下了一夜。\n早上停了。\n院子里有积水。\n第二章 风\n风也停了。\n")
    assert words(result, "chapters/01.md") == ["# 雨", "雨下了一夜。", "早上停了。", "院子里有积水。"]


def test_western_words_are_joined_with_a_space() -> None:
    result = imported("题\n\n第一章 甲\n\n他读的是 Essays on the history of\n\nprinting 一书。\n")
    assert words(result, "chapters/01.md")[1] == "他读的是 Essays on the history of printing 一书。"


def test_a_text_without_chapters_becomes_one_and_that_is_told() -> None:
    result = imported("随想\n\n今天天气很好，我们去了河边。\n")
    assert words(result, "chapters/01.md") == ["# 随想 {.unnumbered}", "今天天气很好，我们去了河边。"]
    assert [fault.code for fault in result.troubles] == ["manuscript-chapterless"]


def test_a_text_without_a_title_takes_the_files_name() -> None:
    result = imported("今天天气很好，我们去了河边，又走到了山上。\n")
    assert record(result)["title"] == "m"
    assert [fault.code for fault in result.troubles] == ["manuscript-untitled", "manuscript-chapterless"]


def test_an_unnumbered_heading_is_known_from_the_contents() -> None:
    text = "集\n\n目录\n\n河上\t1\n山上\t2\n\n河上\n\n水很静。\n\n山上\n\n风很大。\n"
    assert words(imported(text), "chapters/02.md") == ["# 山上 {.unnumbered}", "风很大。"]


def test_contents_and_numbers_that_differ_from_the_text_are_told() -> None:
    contents = "集\n\n目录\n\n第一章 河\t1\n第二章 湖\t9\n\n"
    text = contents + "第一章 河\n\n1.1 源\n\n水。\n\n1.1 流\n\n水。\n\n第二章 海\n\n水。\n"
    told = [(fault.code, fault.place.line) for fault in imported(text).troubles]
    assert told == [("contents-differ", 6), ("number-differs", 14)]


def test_marks_and_notes_without_counterpart_stay_in_the_text_and_are_told() -> None:
    result = imported("题\n\n第一章 甲\n\n甲说。^①乙说。^②\n\n^① 《书》\n\n丙说。\n")
    assert words(result, "chapters/01.md")[1] == "甲说。[^n1]乙说。\\^②"
    assert [str(fault).split("\n")[0] for fault in result.troubles] == [
        "m.txt:5:9: no note was found for the mark ^②; it stays in the text [note-without-text]"
    ]


def test_a_heading_that_the_build_words_otherwise_is_told() -> None:
    result = imported("题\n\n第一章 甲\n\n甲说。\n\n参考书目\n\n1. 《书》\n")
    assert [fault.code for fault in result.troubles] == ["heading-differs"]


def test_bracketed_marks_cite_the_numbered_works() -> None:
    text = "题\n\n第一章 甲\n\n甲说[2]，乙也说[2][1]。丙不说[9]。\n\n参考文献\n\n[1] 《书》\n[2] 《诗》\n[3] 《易》\n"
    result = imported(text)
    assert words(result, "chapters/01.md")[1] == "甲说[@ref02]，乙也说[@ref02][@ref01]。丙不说\\[9\\]。"
    works = yaml.safe_load(result.files["references.yaml"])["references"]
    assert [work.get("further-reading", False) for work in works] == [False, False, True]
    assert [fault.code for fault in result.troubles] == ["note-without-text"]
