"""A small record made by hand, for the tests of store, show and cli: three pages about Kenya, Somalia and Ethiopia."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from dragoman.records import (
    Conflict,
    Copy,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Member,
    Mention,
    Part,
    Problem,
    Relation,
    Role,
    Run,
    Statement,
    Story,
    Time,
)
from dragoman.store.write import write_record

WIRE = (
    "Ruto receives Somali leader in Nairobi\n\nNAIROBI, 4 March (Savanna News) - Kenyan President William Ruto received "
    'his Somali counterpart Hassan Sheikh Mohamud on Monday.\n\n"Our border will open this year," Ruto said, according to '
    "Kenya Broadcasting.\n\nTrade between the two rose 12.5% to nearly 1.3 billion dollars in 2023.\n"
)
COPY = WIRE.replace("Somali leader", "Mohamud")
DENIAL = 'Addis Ababa denies =SUM(A1) talks\n\nEthiopia did not threaten Somalia, a "spokesman" said in Müşkül 🇪🇹.\n'


def span(text: str, words: str) -> dict[str, Any]:
    """Where the words stand in the text."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def document(id_: str, name: str, text: str, **more: Any) -> Document:
    """A page whose body is all but its first line."""
    body = (text.index("\n\n") + 2, len(text) - 1)
    parts = (Part(start=0, end=text.index("\n"), kind="title"),)
    read = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
    told = {"title": text.split("\n")[0], "language": "en", "read_at": read, "body": (body,), "parts": parts}
    return Document(id=id_, uri=f"pages/{name}", content_sha256="00" * 32, text=text, **told | more)


MONDAY = {"date_start": date(2024, 3, 4), "date_end": date(2024, 3, 4)}
SURE = {"confidence": 0.9}


def tables() -> dict[str, list[Any]]:
    """Every table of the record, each with at least one row."""
    day = {"published_start": date(2024, 3, 4), "published_end": date(2024, 3, 4), "published_from": "dateline"}
    documents = [
        document(
            "doc_00000000000001",
            "wire.txt",
            WIRE,
            outlet="Savanna News",
            agencies=("Savanna News",),
            place="Nairobi",
            published_evidence=("49-56",),
            story="st_1",
            origin="doc_00000000000001",
            **day,
        ),
        document(
            "doc_00000000000002",
            "copy.txt",
            COPY,
            outlet="Coast Daily",
            authors=("Amina Otieno",),
            copy_of="doc_00000000000001",
            origin="doc_00000000000001",
            **day,
        ),
        document("doc_00000000000003", "denial.txt", DENIAL),
    ]
    entities = [
        Entity(
            id="KEN",
            name="Kenya",
            kind="state",
            country="KEN",
            sector="GOV",
            codes=("KEN", "Q114"),
            iso2="KE",
            iso3="KEN",
            cow=501,
            fips="KE",
            cameo="KEN",
        ),
        Entity(
            id="SOM",
            name="Somalia",
            kind="state",
            country="SOM",
            iso2="SO",
            iso3="SOM",
            aliases=("Federal Republic of Somalia",),
        ),
        Entity(id="ETH", name="Ethiopia", kind="state", country="ETH", iso2="ET", iso3="ETH", aliases=("Abyssinia",)),
        Entity(
            id="william-ruto",
            name="William Ruto",
            kind="person",
            country="KEN",
            sector="GOV",
            aliases=("William Samoei Ruto",),
            roles=(Role(office="head_of_state", of="KEN", from_="2022-09-13"),),
        ),
        Entity(
            id="hassan-sheikh-mohamud",
            name="Hassan Sheikh Mohamud",
            kind="person",
            country="SOM",
            roles=(Role(office="head_of_state", of="SOM", from_="2022-05-23", to=None),),
        ),
        Entity(id="kbc", name="Kenya Broadcasting Corporation", kind="media", country="KEN", sector="JRN"),
        Entity(id="person:amina-otieno", name="Amina Otieno", kind="person", listed=False),
        Entity(id="place:nairobi", name="Nairobi", kind="place"),
    ]
    visit = "Kenyan President William Ruto received his Somali counterpart Hassan Sheikh Mohamud on Monday"
    said = "Our border will open this year"
    return {
        "documents": documents,
        "entities": entities,
        "mentions": [
            Mention(
                id="mn_1",
                document=documents[0].id,
                **span(WIRE, "William Ruto"),
                entity="william-ruto",
                form="name",
                rule="people.csv:william-ruto",
                **SURE,
            ),
            Mention(
                id="mn_2",
                document=documents[0].id,
                **span(WIRE, "Our"),
                entity="KEN",
                form="pronoun",
                rule="first_person",
                **SURE,
            ),
        ],
        "times": [
            Time(
                id="tm_1",
                document=documents[0].id,
                **span(WIRE, "Monday"),
                type="DATE",
                value="2024-03-04",
                **MONDAY,
                rule="weekday",
                anchor="published",
            )
        ],
        "statements": [
            Statement(
                id="sm_00000000000001",
                document=documents[0].id,
                **span(WIRE, said),
                kind="direct",
                speaker="william-ruto",
                speaker_text="Ruto",
                cue="said",
                via=("kbc",),
                **MONDAY,
                rule="reporting.toml#say",
                **SURE,
            ),
            Statement(
                id="sm_00000000000002",
                document=documents[2].id,
                **span(DENIAL, "Ethiopia did not threaten Somalia"),
                kind="indirect",
                speaker_text='a "spokesman"',
                cue="said",
                hedge="reportedly",
                rule="reporting.toml#say",
                confidence=0.5,
            ),
        ],
        "figures": [
            Figure(
                id="fg_00000000000001",
                document=documents[0].id,
                **span(WIRE, "12.5% to nearly 1.3 billion dollars"),
                measure="trade",
                subject="KEN",
                partner="SOM",
                value=1.3e9,
                unit="USD",
                comparator="nearly",
                change_percent=12.5,
                period_start=date(2023, 1, 1),
                period_end=date(2023, 12, 31),
                rule="measures.toml#trade",
                **SURE,
            ),
            Figure(
                id="fg_00000000000002",
                document=documents[0].id,
                **span(WIRE, "12.5%"),
                measure="exports",
                subject="KEN",
                change_percent=-3.25,
                rule="measures.toml#exports",
                **SURE,
            ),
        ],
        "relations": [
            Relation(
                id="rl_1",
                document=documents[0].id,
                **span(WIRE, "Kenyan President William Ruto"),
                relation="head_of_state",
                subject="william-ruto",
                object="KEN",
                valid_from="2022-09",
                as_of=date(2024, 3, 4),
                rule="relations.toml#president",
                **SURE,
            )
        ],
        "event_mentions": [
            EventMention(
                id=f"em_0000000000000{n}",
                event="ev_00000000000001",
                document=documents[n - 1].id,
                **span(text, visit),
                trigger_start=text.index("received"),
                trigger_end=text.index("received") + 8,
                event_type="CONSULT",
                mode=("visit",),
                cameo="043",
                quad=1,
                score=4.0,
                actors=("hassan-sheikh-mohamud",),
                recipients=("william-ruto",),
                **MONDAY,
                date_from="times:tm_1",
                place="Nairobi",
                rule="events/consult.toml#receive",
                **SURE,
            )
            for n, text in ((1, WIRE), (2, COPY))
        ],
        "events": [
            Event(
                id="ev_00000000000001",
                event_type="CONSULT",
                mode=("visit",),
                cameo="043",
                quad=1,
                score=4.0,
                actors=("hassan-sheikh-mohamud",),
                recipients=("william-ruto",),
                **MONDAY,
                place="Nairobi",
                mentions=("em_00000000000001", "em_00000000000002"),
                documents=(documents[0].id, documents[1].id),
                origins=1,
                outlets=2,
                first_reported=date(2024, 3, 4),
            ),
            Event(
                id="ev_00000000000002",
                event_type="AGREE",
                quad=1,
                score=2.5,
                actors=("KEN", "SOM"),
                date_start=date(2024, 1, 1),
                date_end=date(2024, 12, 31),
                status="future",
                mentions=(),
                documents=(documents[0].id,),
                origins=1,
                outlets=1,
            ),
            Event(
                id="ev_00000000000003",
                event_type="THREATEN",
                quad=3,
                actors=("ETH",),
                recipients=("SOM",),
                status="negated",
                mentions=(),
                documents=(documents[2].id,),
                origins=1,
                outlets=1,
            ),
        ],
        "copies": [
            Copy(
                id="cp_1",
                document=documents[1].id,
                source=documents[0].id,
                kind="copy",
                share=0.97,
                direction_from="credit",
                spans=((len(COPY) - 100, len(COPY)),),
            )
        ],
        "stories": [
            Story(
                id="st_1",
                title="Ruto receives Somali leader",
                documents=(documents[0].id, documents[1].id),
                entities=("KEN", "SOM"),
                date_start=date(2024, 3, 4),
                date_end=date(2024, 3, 4),
            )
        ],
        "conflicts": [
            Conflict(
                id="cf_1",
                kind="date",
                slot="day of the visit",
                explanation="One page says Monday, the table says Sunday.",
                members=(
                    Member(table="event_mentions", id="em_00000000000001"),
                    Member(table="words", id="offices.csv:william-ruto"),
                ),
                reason=None,
            )
        ],
        "problems": [
            Problem(id="pb_1", uri="pages/empty.txt", step="read", what="the file is empty", how_to_mend="leave it out")
        ],
        "runs": [
            Run(
                id="rn_1",
                version="0.1.0",
                words_digest="ab" * 32,
                model="en_core_web_sm 3.8.0",
                model_digest="cd" * 32,
                started=datetime(2024, 3, 5, 8, 29, 59, 123456, tzinfo=UTC),
                ended=datetime(2024, 3, 5, 8, 31, tzinfo=UTC),
                pages=4,
                documents=3,
                problems=1,
            )
        ],
    }


def write(path: Path) -> Path:
    """The record, written."""
    write_record(path, tables())
    return path
