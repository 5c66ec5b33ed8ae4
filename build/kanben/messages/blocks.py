"""What is said of code, tables from data, and what stands under figures and tables."""

from kanben.messages.message import Message, error, warning

BLOCKS: dict[str, Message] = {
    "missing-data": error(
        ("the file of data {file} is not there", "put it into the title folder"),
        ("找不到数据文件 {file}", "请把它放进书稿文件夹"),
    ),
    "data-without-class": error(
        ("{file} is no picture", "write {{.table}} behind it to set a table, {{.chart kind=line}} to draw a chart"),
        ("{file} 不是图片", "要排成表格，请在其后写 {{.table}}；要画成图表，请写 {{.chart kind=line}}"),
    ),
    "not-csv": error(
        ("{file} holds no data for a table or chart", "name a CSV file, or take {{.table}} or {{.chart}} out"),
        ("{file} 不是图表的数据", "请用 CSV 文件，或删去 {{.table}}、{{.chart}}"),
    ),
    "data-in-line": error(
        (
            "the data {file} stand within a line, or have no caption",
            "give them a paragraph of their own: ![caption]({file}){{.table}}",
        ),
        ("数据 {file} 写在行内，或没有题名", "请独占一段，并写题名：![题名]({file}){{.table}}"),
    ),
    "csv-encoding": error(
        ("the file is not in UTF-8 but in GB18030 (GBK)", "save it in Excel as “CSV UTF-8”"),
        ("文件编码是 GB18030（GBK），不是 UTF-8", "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”"),
    ),
    "bad-csv": error(
        ("this row cannot be read: {problem}", 'close its quotation marks ("), and write one within a cell twice ("")'),
        ("此行无法读取：{problem}", '请补全双引号（"），格内的双引号写两个（""）'),
    ),
    "empty-csv": error(
        ("the file holds no row below its head", "write the heads of the columns first, then a row for each line"),
        ("文件中没有数据行", "第一行写栏目，以下每行一条数据"),
    ),
    "csv-separator": error(
        ("the cells are not divided by commas", "save the file with commas (,) between the cells"),
        ("各格没有用逗号分开", "请另存为以半角逗号（,）分隔的文件"),
    ),
    "ragged-row": error(
        ("the row has {cells} cells, the head {columns}", 'write as many; a comma within a cell wants quotes: "1,000"'),
        ("此行有 {cells} 格，栏目有 {columns} 格", '请补齐；格内的逗号要加引号："1,000"'),
    ),
    "large-csv": error(
        ("the file has {count} bytes; kanben takes {most}", "keep what a book can show"),
        ("文件有 {count} 字节，最多 {most} 字节", "请只留书中放得下的"),
    ),
    "long-csv": error(
        ("the file has {count} rows; kanben takes {most}", "keep what a book can show, or make several files of it"),
        ("文件有 {count} 行数据，最多 {most} 行", "请只留书中放得下的，或分成几个文件"),
    ),
    "wide-csv": error(
        ("the file has {count} columns; kanben takes {most}", "make several tables of it"),
        ("文件有 {count} 列，最多 {most} 列", "请分成几个表"),
    ),
    "unknown-language": warning(
        ("no programming language is called “{name}”", "write another name, or none: the code is set plainly"),
        ("没有名为“{name}”的程序语言", "请改写或删去语言名；代码按普通文字排"),
    ),
    "group-without-caption": error(
        ("the group of figures has no caption", "write it as the last paragraph of the div"),
        ("这组图没有总图题", "请在块的最后一段写图题"),
    ),
    "few-figures": error(
        ("the group holds {count} pictures", "put {fewest} to {most} into it, each in a paragraph: ![words](file)"),
        ("这组图有 {count} 幅图", "请放 {fewest} 至 {most} 幅，各占一段：![文字](文件)"),
    ),
    "not-in-figures": error(
        ("“{what}” cannot stand in a group of figures", "keep pictures there, and the caption at the end"),
        ("图组中不能有“{what}”", "其中只放图片，最后一段是图题"),
    ),
    "stray-source": error(
        ("a source stands behind no figure and no table", "put the div right behind its figure or table"),
        ("资料来源前面没有图或表", "请紧跟在图或表之后写"),
    ),
    "empty-source": error(
        ("the source has no words", "write them, or take the div out"),
        ("资料来源没有文字", "请写上，或删去此块"),
    ),
    "not-in-source": error(
        ("“{what}” cannot stand in the source of a figure or table", "write paragraphs"),
        ("图表的资料来源中不能有“{what}”", "请写成段落"),
    ),
}
