"""What is said of pictures, of the cover, and of what a figure tells in words."""

from kanben.messages.message import Message, error, warning

PICTURES: dict[str, Message] = {
    "wrong-kind": error(
        ("{file} is {kind}, which not every edition can show", "save it as SVG, PNG or JPEG, and name that file here"),
        ("{file} 是 {kind} 格式，不是各版本都能显示", "请另存为 SVG、PNG 或 JPEG，并在此处改写文件名"),
    ),
    "svg-without-font": warning(
        (
            "{file} names no typeface for its words, so each program draws them in another",
            'write font-family="Noto Sans CJK SC, sans-serif" on <svg>, or turn its words into outlines',
        ),
        (
            "{file} 没有指定文字的字体，各处显示会不同，印刷版可能用上日文字形",
            '请在 <svg> 上写 font-family="Noto Sans CJK SC, sans-serif"，或把文字转为轮廓',
        ),
    ),
    "moving-picture": error(
        ("{file} is an animated PNG, and paper does not move", "save one of its pictures as a PNG"),
        ("{file} 是动态 PNG，无法印刷", "请把其中一帧另存为 PNG"),
    ),
    "broken-image": error(
        ("{file} is damaged or cut off", "save or copy it anew"),
        ("{file} 已损坏或不完整", "请重新保存或复制该文件"),
    ),
    "large-image": error(
        ("{file} has {count} pixels; kanben takes {most}", "make it smaller"),
        ("{file} 有 {count} 像素，最多 {most} 像素", "请缩小"),
    ),
    "long-image": error(
        ("a side of {file} has {count} pixels; kanben takes {most}", "make it smaller, or cut it"),
        ("{file} 的一边有 {count} 像素，最多 {most} 像素", "请缩小或裁切"),
    ),
    "heavy-image": warning(
        ("{file} has {count} bytes; print takes it as it is", "save it as a JPEG, or smaller, if {most} are enough"),
        ("{file} 有 {count} 字节，印刷版将原样收入", "若 {most} 字节以内已够用，请改存为 JPEG 或缩小"),
    ),
    "small-cover": error(
        (
            "the cover {file} measures {width} × {height} px",
            "give one of 1600 × 2560 px; bookshops take none below 1000 × 1600",
        ),
        ("封面 {file} 的尺寸为 {width}×{height} 像素", "请用 1600×2560 像素的图片；小于 1000×1600 的，书店不收"),
    ),
    "coarse-cover": warning(
        (
            "the cover {file} measures {width} × {height} px",
            "give one of 1600 × 2560 px, which large screens show sharp",
        ),
        ("封面 {file} 的尺寸为 {width}×{height} 像素", "请用 1600×2560 像素的图片，大屏幕上才清晰"),
    ),
    "cover-shape": warning(
        (
            "the cover {file} is {ratio} times as high as wide; it is shown as it is",
            "bookshops ask for 1.6 (1600 × 2560): crop it, or draw it anew",
        ),
        ("封面 {file} 的高是宽的 {ratio} 倍，将照原样使用", "书店要求 1.6 倍（1600×2560）：请裁切或重做"),
    ),
    "cover-colour": warning(
        ("the cover {file} is {colour}; the e-book has it in sRGB", "compare the two, or save the cover in sRGB"),
        ("封面 {file} 是 {colour}，电子书中已转为 sRGB", "请核对颜色，或把封面另存为 sRGB"),
    ),
    "cover-cut": warning(
        (
            "print cuts {share} % off the cover {file}: its sheet is {width} × {height} mm",
            "keep words away from the edges, or draw the cover in the sheet's shape",
        ),
        (
            "印刷版为 {width}×{height} 毫米，封面 {file} 要裁去 {share}%",
            "文字请远离边缘，或按开本的比例绘制封面",
        ),
    ),
    "stray-description": error(
        ("this description follows no figure", "put it right after a figure that has a caption"),
        ("此处的图片说明之前没有图", "请把它放在有图题的图之后"),
    ),
    "empty-description": error(
        ("a figure's description holds no words", "write it, or take the div out"),
        ("图的说明没有文字", "请写入文字，或删去此块"),
    ),
    "not-in-description": error(
        (
            "“{what}” stands in a figure's description, where print can show none",
            "put it into the text; a description holds paragraphs, lists and tables of plain words",
        ),
        ("图的说明中有“{what}”，印刷版无法表现", "请移到正文；说明中只写普通文字的段落、列表和表格"),
    ),
}
