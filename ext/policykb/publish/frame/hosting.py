"""What a web server is to send with every page, for hosts that read it from files of the site.

A page has no script, style or frame within it (what it says of itself for search engines is data,
which no browser runs), so that its Content-Security-Policy can refuse them
all: were markup of a contributor ever to reach a page, it would not run. Pages carry the policy
themselves too, for hosts that let nobody set a header; ``frame-ancestors`` counts in a header only.
"""

from collections.abc import Iterator

_PAGE = {
    "default-src": "'none'",
    # Pagefind's search is WebAssembly.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

PAGE_POLICY = "; ".join(f"{name} {value}" for name, value in _PAGE.items())
"""The Content-Security-Policy that stands in every page."""

HEADERS = {
    "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Headers of every answer."""


def files() -> Iterator[tuple[str, bytes]]:
    """``_headers`` is read by Netlify and Cloudflare Pages, ``.htaccess`` by Apache; ``.nojekyll``
    has GitHub Pages publish folders that begin with an underscore."""
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    yield "_headers", "\n".join(("/*", *lines, "")).encode("utf-8", "replace")
    lines = [f'  Header always set {name} "{value}"' for name, value in HEADERS.items()]
    apache = ("<IfModule mod_headers.c>", *lines, "</IfModule>", "")
    yield ".htaccess", "\n".join(apache).encode("utf-8", "replace")
    yield ".nojekyll", b""
