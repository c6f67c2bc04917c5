"""Mails that were saved as files: a press office's, a wire's, a friend's."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from dragoman.errors import UnreadablePage
from dragoman.read.decode import digest, now
from dragoman.read.html import page_of_html
from dragoman.records import Page


def read_mail(uri: str, data: bytes, visited: date | None = None) -> Page:
    """The page that a mail holds: its text, else its HTML; the subject is the headline. Attachments are left out.

    The day of sending is that of a visit, not of publication: the story was out by then, and perhaps long before.
    """
    message = message_from_bytes(data, policy=policy.default)
    part = message.get_body(preferencelist=("plain", "html"))
    said = _content(part) if part is not None else ""
    if not said.strip():
        raise UnreadablePage("mail without a text", "save what is attached to it")
    seen = visited or _sent(message)
    if part is not None and part.get_content_type() == "text/html":
        page = page_of_html(uri, said, digest(data), seen)
    else:
        page = Page(uri=uri, text=said, content_sha256=digest(data), read_at=now(), visited=seen)
    return Page(
        uri=uri, text=page.text, content_sha256=page.content_sha256, read_at=page.read_at, html=page.html, visited=seen,
        title=_subject(message),
    )  # fmt: skip


def _content(part: MIMEPart) -> str:
    try:
        said = part.get_content()
    except (LookupError, ValueError, TypeError):
        return ""
    return said if isinstance(said, str) else ""


def _subject(message: EmailMessage) -> str | None:
    said = str(message["subject"] or "").strip()
    while said[:3].lower() in ("re:", "fw:") or said[:4].lower() == "fwd:":
        said = said.partition(":")[2].strip()
    return said or None


def _sent(message: EmailMessage) -> date | None:
    header = message["date"]
    moment = getattr(header, "datetime", None)
    return moment.date() if moment is not None else None
