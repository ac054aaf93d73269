"""Python programs with directives and no known framework: doors are doors, and nothing is known of publication.

The directive is a docstring, alone or as its first line. What starts such a program is told by what it says of itself:
a guard for running as a script, an ASGI or WSGI application, a page of PyScript or Pyodide that names it.
"""

from __future__ import annotations

from boundary_lsp.frameworks.plain import PLAIN
from boundary_lsp.frameworks.profile import Profile
from boundary_lsp.frameworks.runtimes import ANY_PYTHON

_SERVERS = frozenset(
    {
        "aiohttp.web.Application", "bottle.Bottle", "connexion.FlaskApp", "connexion.AsyncApp",
        "django.core.asgi.get_asgi_application", "django.core.wsgi.get_wsgi_application", "falcon.App",
        "falcon.asgi.App", "fastapi.FastAPI", "flask.Flask", "litestar.Litestar", "quart.Quart", "robyn.Robyn",
        "sanic.Sanic", "starlette.applications.Starlette", "tornado.web.Application",
    }
)  # fmt: skip
"""What makes the application that an ASGI or WSGI server is given to run."""

PYTHON = Profile(
    name="python",
    packages=(),
    markers=(),
    layers=PLAIN.layers,
    entries=(),
    extensions=("py",),
    client=ANY_PYTHON,
    servers=_SERVERS,
    started_files=("__main__.py",),
)
