"""From files to typed objects, strictly: every problem with its file, line and key, all at once.

    yaml_ketat ─┐
    toml_ketat ─┼→ a tree that knows its lines (`pohon`) → one cattrs converter (`konverter`) → attrs classes
    json_ketat ─┘

The package knows no class of `sakip`: how a class stands in a file is told by `Bentuk`, where the class is read.
"""
