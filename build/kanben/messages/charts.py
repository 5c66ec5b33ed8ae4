"""What is said of charts and their numbers."""

from kanben.messages.message import Message, error, warning

CHARTS: dict[str, Message] = {
    "idle-option": error(
        ("“{option}” says nothing of a chart of kind {kind}", "take it out; it belongs to {kinds}"),
        ("“{option}” 对 {kind} 图表不起作用", "请删去；它只用于 {kinds}"),
    ),
    "unknown-column": error(
        ("{file} has no column “{name}”", "write one of its heads: {known}"),
        ("{file} 中没有“{name}”栏", "请写其中的栏目：{known}"),
    ),
    "columns-of-chart": error(
        (
            "a chart of kind {kind} shows {wanted} columns of numbers, and here are {count}",
            'name those that it is to show: columns="…, …"',
        ),
        ("{kind} 图表要 {wanted} 栏数字，这里有 {count} 栏", '请指明要画的栏目：columns="…，…"'),
    ),
    "not-a-number": error(
        ("“{cell}” in the column {head} is no number", "write one, or leave the cell empty"),
        ("{head}栏的“{cell}”不是数字", "请改为数字，或留空"),
    ),
    "mixed-signs": error(
        ("“{cell}” in the column {head} has another sign than the numbers above it", "write all with % or none"),
        ("{head}栏的“{cell}”与上面的数字单位不同", "同一栏请都写 %，或都不写"),
    ),
    "chart-without-name": error(
        ("a name is missing here that the chart would show", "write it into the first row or column"),
        ("此处缺少图中要标的名称", "请在首行或首列写上"),
    ),
    "repeated-chart-name": error(
        ("the name “{name}” stands here a second time", "give each row and column a name of its own"),
        ("名称“{name}”重复", "每行、每栏请各用一个名称"),
    ),
    "chart-without-numbers": error(
        ("there is nothing to draw: no number, or all shares are 0", "write the numbers into the file"),
        ("没有可画的数字，或各份都是 0", "请在文件中写上数字"),
    ),
    "crowded-chart": error(
        ("{count} rows are too many for a chart of kind {kind}", "keep at most {most}, or choose another kind"),
        ("{count} 行数据对 {kind} 图表太多", "最多 {most} 行，或改用别种图表"),
    ),
    "single-row": error(
        ("a chart of kind {kind} needs two rows at least", "add rows, or choose kind=bar"),
        ("{kind} 图表至少要两行数据", "请补充数据，或改用 kind=bar"),
    ),
    "chart-gap": error(
        ("a number is missing in the column {head}", "write it: only lines and bars side by side may have gaps"),
        ("{head}栏此处缺数字", "请补上；只有折线和并列的条形可以空缺"),
    ),
    "negative-share": error(
        ("“{cell}” is below zero and cannot be part of a whole", "set the bars side by side, without .stacked"),
        ("“{cell}”小于零，不能是整体的一部分", "请用并列的条形，不用 .stacked"),
    ),
    "long-chart-name": warning(
        ("“{name}” is too long to stand below a column on a telephone", "choose kind=bar, or shorten it"),
        ("“{name}”太长，手机上排不进柱下", "请改用 kind=bar，或缩短名称"),
    ),
    "thin-slice": warning(
        ("the share of “{name}” is too small to be seen", "put it together with others, or choose kind=bar"),
        ("“{name}”的份额太小，看不清", "请与别项合并，或改用 kind=bar"),
    ),
    "high-origin": error(
        ("the axis would begin at {value}, above the lowest number, {lowest}", "let from= be {lowest} or less"),
        ("数轴从 {value} 开始，高于最小的数 {lowest}", "from= 请不要大于 {lowest}"),
    ),
}
