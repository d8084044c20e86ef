"""Small reports with one fault, one layout or one notation each, and what a review of each must and must not say.

`harapan.csv` tells it: `jenis` the kind of outcome (`penilai`), `tercetak` and `seharusnya` a figure as printed and as
it should be (a row each, alternatives parted by `|`), `bagian` the part of the work that brings it about. A text is
kept as a file; `dokumen` writes the others.
"""
