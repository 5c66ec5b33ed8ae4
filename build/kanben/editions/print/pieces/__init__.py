"""Draw each leaf by itself, as a piece of plain data, and put all pieces into one PDF.

A leaf that did not change has the same piece, so that a book after an edit is written in a tenth of the time; and every
book is written so, whether its pieces were kept or are new: the file is the same to the byte.
"""
