"""/search: words found in pages, statements and names."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from dragoman.show.web.asked import Opened
from dragoman.show.web.index import RANKED, Index
from dragoman.show.web.render import answer_json, page
from dragoman.show.web.window import Window

SHELVES = ("entities", "statements", "documents")
FEW, MANY = 8, 30
HEADS = {
    "documents": """SELECT id, title, outlet, uri, published_start, published_end FROM web_documents
        WHERE id IN (SELECT unnest($ids::VARCHAR[]))""",
    "statements": """SELECT id, speaker, speaker_text, kind, document, title, outlet, date_start, date_end, told_start, told_end
        FROM web_statements WHERE id IN (SELECT unnest($ids::VARCHAR[]))""",
    "entities": "SELECT id, name, kind, country, mentions FROM web_entities WHERE id IN (SELECT unnest($ids::VARCHAR[]))",
}
Words = Annotated[str, Query(max_length=300, description='Words that must all be there; "a phrase"; the beginning of a word*.')]
Shelf = Annotated[
    str, Query(alias="in", max_length=40, description="documents, statements or entities; all three when nothing is asked.")
]
Number = Annotated[int, Query(alias="page", ge=1, le=10**6)]


def router() -> APIRouter:
    """The routes of the search."""
    routes = APIRouter(tags=["search"])

    @routes.get("/search.json", summary="Full text over pages, statements and entities, best first, with snippets.")
    def as_json(request: Request, window: Opened, q: Words = "", shelf: Shelf = "", number: Number = 1) -> Response:
        index: Index = request.app.state.keeper.index
        found = searched(window, index, q, shelf, number)
        for part in found:
            for hit in part["hits"]:
                hit["snippet"] = "".join(words for words, _ in hit["snippet"])
        return answer_json({"query": q, "ready": index.ready, "found": found})

    @routes.get("/search", include_in_schema=False)
    def as_page(request: Request, window: Opened, q: Words = "", shelf: Shelf = "", number: Number = 1) -> Response:
        index: Index = request.app.state.keeper.index
        found = searched(window, index, q, shelf, number)
        return page(
            request, "search.html", window, q=q, shelf=shelf, number=number, found=found, index=index, many=MANY, most=RANKED
        )

    return routes


def searched(window: Window, index: Index, query: str, shelf: str, number: int) -> list[dict[str, Any]]:
    """What is found on each shelf, or more of what is found on one."""
    shelves = (shelf,) if shelf in SHELVES else SHELVES
    limit = MANY if shelf in SHELVES else FEW
    parts = []
    for name in shelves:
        total, hits = index.search(name, query, limit, (number - 1) * limit if shelf in SHELVES else 0)
        heads = {row["id"]: row for row in window.rows_for(HEADS[name], ids=[hit["id"] for hit in hits])} if hits else {}
        parts.append({"in": name, "total": total, "hits": [{**hit, **heads[hit["id"]]} for hit in hits if hit["id"] in heads]})
    return parts
