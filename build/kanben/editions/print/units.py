"""How lengths are counted in print: by WeasyPrint in px, in type and in the PDF in pt."""

PX_PER_PT = 96 / 72
PT_PER_PX = 72 / 96
