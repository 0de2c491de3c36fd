"""What a reader sees: HTML made of the knowledge base, without Sphinx.

How a builder wires it: put `assets.template_dir` first among the template paths and
`assets.static_dir` among the static ones; make one site with `catalog.site`; give
`layout.page_context` to every page; put `article.before` and `article.after` around each record's
prose (evidence blocks leave nothing there); yield what `catalog.pages` makes; when the build
finishes, write `files.files` and what `search_index.begin` has begun. The layout
stands alone: it takes neither styles nor scripts of a theme, nor Sphinx's own search.
"""
