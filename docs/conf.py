"""How Sphinx makes the guide: `make guide` writes it to out/guide."""

from dragoman import __version__

project = "dragoman"
release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"dragoman {__version__}"
html_show_sphinx = False
html_copy_source = False
