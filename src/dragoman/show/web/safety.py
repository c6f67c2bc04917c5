"""What keeps the site to its own machine and its readers: who may ask, what a page may load, and what is said of a mistake."""

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.show.web.render import Missing, answer_error

COOKIE = "dragoman_token"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
Next = Callable[[Request], Awaitable[Response]]


def hostname(host: str) -> str:
    """The name in a Host header, without the port.

    >>> hostname("127.0.0.1:8765"), hostname("[::1]:8765"), hostname("records.example")
    ('127.0.0.1', '[::1]', 'records.example')
    """
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]


def guard(app: FastAPI, token: str | None) -> None:
    """Adds the checks: without a token only this machine's own names are answered, with one only those who have it."""

    @app.middleware("http")
    async def checked(request: Request, go_on: Next) -> Response:
        response = refused(request, token) or await go_on(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    app.add_exception_handler(DragomanError, _words)
    app.add_exception_handler(RequestValidationError, _words)
    app.add_exception_handler(HTTPException, _words)
    app.add_exception_handler(Exception, _words)


def refused(request: Request, token: str | None) -> Response | None:
    """The answer to somebody who may not ask; None when he may."""
    if token is None:
        if hostname(request.headers.get("host", "")) in LOOPBACK:
            return None
        # A page elsewhere may point its own name at 127.0.0.1 and so read the record through its reader's browser.
        return PlainTextResponse("this site answers to 127.0.0.1 and localhost only\n", 421)
    given = request.query_params.get("token")
    if given is not None and _same(given, token):
        return _remembered(request, token)
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    if _same(bearer, token) or _same(request.cookies.get(COOKIE, ""), token):
        return None
    return PlainTextResponse(
        "a token is needed: open the address that `dragoman serve` printed, or send it as a bearer token\n", 401
    )


def _same(given: str, token: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), token.encode("utf-8", "replace"))


def _remembered(request: Request, token: str) -> Response:
    """Puts the token into a cookie, and takes it out of the address bar."""
    rest = [(name, value) for name, value in request.query_params.multi_items() if name != "token"]
    path = "/" + request.url.path.lstrip("/\\")
    answer = RedirectResponse(f"{path}?{urlencode(rest)}" if rest else path, 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer


async def _words(request: Request, error: Exception) -> Response:
    """What went wrong, in words; whatever it was, no traceback."""
    if isinstance(error, Missing):
        return answer_error(request, 404, error.what, error.how_to_mend)
    if isinstance(error, DragomanError):
        return answer_error(request, 400, error.what, error.how_to_mend)
    if isinstance(error, RequestValidationError):
        said = [f"{each['loc'][-1]}: {each['msg']}" for each in error.errors()[:5]]
        return answer_error(request, 400, "; ".join(said), "see /api for what may be asked")
    if isinstance(error, HTTPException):
        what = "there is no such page" if error.status_code == 404 else str(error.detail)
        return answer_error(request, error.status_code, what, None)
    return answer_error(request, 500, "a fault of dragoman's own", "please report it, with the address of this page")
