"""Reports written as documents, for the tests of the readers.

`susun` makes a document of a `Laporan`, without a format: paragraphs, grids, page breaks. A module a format writes
it. `banding` says what of a report must be the same when the document is read back.
"""
