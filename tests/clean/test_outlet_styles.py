"""More pages in the manner of wires, ministries and newspapers of many regions, all written by us, with what is hard on each."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

import pytest

from dragoman.clean.page import clean_page
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

READ = datetime(2026, 3, 1, tzinfo=UTC)


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def document(text: str) -> Document:
    return clean_page(Page(uri="page.txt", text=text, content_sha256="0", read_at=READ), *words())


@dataclass(frozen=True)
class Style:
    """A page, and the beginnings of its paragraphs, in order; `days` is the interval of publication."""

    why: str
    text: str
    title: str
    body: tuple[str, ...]
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    place: str | None = None
    days: tuple[date | None, date | None] = (None, None)


STYLES = {
    "moscow wire": Style(
        why="a last paragraph of names and figures right over the tags; a day without its year, bounded by the text",
        text="""Search
12 MAR, 14:35

Belarus, Algeria discuss tractor deliveries

The parties also touched upon flights between Minsk and Algiers
© Ivan Petrenko/TASS

MINSK, March 12. /TASS/. Belarusian and Algerian officials discussed deliveries of tractors at talks in Minsk, the Belarusian \
government's press service reported.

"We are ready to set up assembly in Algeria," the deputy prime minister said.

Trade between Belarus and Algeria grew by 11.4% in 2023 to $92 mln, Belarusian Industry Minister Oleg Sidorenko told TASS.

Tags
Algeria Foreign policy
""",
        title="Belarus, Algeria discuss tractor deliveries",
        body=("MINSK, March 12. /TASS/.", '"We are ready', "Trade between Belarus"),
        agencies=("TASS",),
        place="Minsk",
        days=(date(2024, 3, 12), None),
    ),
    "beijing wire": Style(
        why="source line and date on one line, an end mark after the last paragraph, an editor's line below",
        text="""Home
China
World
Sci-Tech

Laos, Cambodia agree on border railway study

Source: Xinhua
Editor: huaxia
2023-06-08 21:15:45

VIENTIANE, June 8 (Xinhua) -- Laos and Cambodia have agreed to study a railway across their border, the Lao transport ministry \
said on Thursday.

The study is to be finished within two years, according to the ministry.

Officials from both countries will meet again in Phnom Penh in September. Enditem

KEY WORDS: Laos,Cambodia,Railway
""",
        title="Laos, Cambodia agree on border railway study",
        body=("VIENTIANE, June 8", "The study is", "Officials from both"),
        agencies=("Xinhua",),
        place="Vientiane",
        days=(date(2023, 6, 8), date(2023, 6, 8)),
    ),
    "tokyo wire": Style(
        why="outlet, date and clock on one line, and no paragraph over twenty words",
        text="""KYODO NEWS - Nov 3, 2022 - 17:42 | All, World

Fiji, Tonga sign treaty on fishing boats

Fiji and Tonga signed a treaty Thursday that lets fishing boats of either country land in the other.

The treaty was signed by the two prime ministers in the Tongan capital Nuku'alofa.

"Our seas bring us together," Fiji's leader told reporters after the ceremony.

==Kyodo

Related coverage:
Palau opens embassy in Suva
""",
        title="Fiji, Tonga sign treaty on fishing boats",
        body=("Fiji and Tonga signed", "The treaty was", '"Our seas'),
        agencies=("Kyodo",),
        days=(date(2022, 11, 3), date(2022, 11, 3)),
    ),
    "delhi wire": Style(
        why="the wire as the byline, 'Last Updated' beside the date, a town over the text",
        text="""Nepal, Bhutan to open five new trade routes

PTI
Last Updated: February 14, 2020, 19:22 IST
Kathmandu

Kathmandu, Feb 14 (PTI) Nepal and Bhutan will open five new trade routes, officials of the two countries said on Friday.

The decision was taken at the fourth meeting of the joint commission here, Nepal's foreign ministry said.

Bhutan buys lentils and copper goods from Nepal, and sells it gypsum. PTI ANB RC RC

(This story has not been edited by our staff and is auto-generated from a syndicated feed.)
""",
        title="Nepal, Bhutan to open five new trade routes",
        body=("Kathmandu, Feb 14 (PTI)", "The decision was", "Bhutan buys"),
        agencies=("PTI",),
        place="Kathmandu",
        days=(date(2020, 2, 14), date(2020, 2, 14)),
    ),
    "tehran wire": Style(
        why="a dateline whose wire stands without brackets, a news code and a day above, keywords below",
        text="""Home Politics

Oman's foreign minister due in Dushanbe

Jul 2, 2021, 11:05 AM
News ID: 84391020

Tehran, IRNA - The foreign minister of Oman is due in Dushanbe on Saturday at the head of a delegation of traders.

He is to meet Tajik President and sign two papers on customs, the Tajik foreign ministry said.

The visit is the first by an Omani foreign minister in nine years.

9417**1424

Your Comment
""",
        title="Oman's foreign minister due in Dushanbe",
        body=("Tehran, IRNA", "He is to meet", "The visit is"),
        agencies=("IRNA",),
        place="Tehran",
        days=(date(2021, 7, 2), date(2021, 7, 2)),
    ),
    "ankara wire": Style(
        why="author over date with a dot between day and month, an update on the same line, a caption with a credit",
        text="""World, Africa

Senegal, Mauritania leaders meet over gas field

Two sides to share first revenues equally

Selin Demir   |17.01.2023 - Update : 18.01.2023

DAKAR, Senegal

The presidents of Senegal and Mauritania met in Dakar on Tuesday to discuss a gas field that lies across their sea border.

They agreed to share the first revenues equally, a joint statement said.

The field is expected to deliver its first gas next year.

What is shown here is only a portion of the news stories that our subscribers get, and shortened. Please contact us for \
subscription options and prices.
""",
        title="Senegal, Mauritania leaders meet over gas field",
        body=("The presidents of", "They agreed to", "The field is"),
        authors=("Selin Demir",),
        days=(date(2023, 1, 17), date(2023, 1, 17)),
    ),
    "paris wire": Style(
        why="the wire and town above the text, an advertisement between two paragraphs, initials after the last",
        text="""Haiti and Jamaica reopen ferry line

Kingston (AFP) – Haiti and Jamaica on Wednesday reopened a ferry line that was closed for three years.

Issued on: 11/05/2022 - 22:14
Modified: 11/05/2022 - 22:12

ADVERTISING

The first boat carried 200 passengers from Kingston to Les Cayes, Jamaica's transport minister said.

"This is a bridge between our peoples," he told AFP.

Read more
Flights between Kingston and Santo Domingo resume

Haiti's government had closed the line after a row over customs and fees.

jm-ar/bfm

© 2022 AFP
""",
        title="Haiti and Jamaica reopen ferry line",
        body=("Kingston (AFP)", "The first boat", '"This is a bridge', "Haiti's government had"),
        agencies=("AFP",),
        place="Kingston",
        days=(date(2022, 5, 11), date(2022, 5, 11)),
    ),
    "ministry readout": Style(
        why="no author and no dateline: an office's page with a numbered release and the day below the headline",
        text="""Ministry of Foreign Affairs
The Ministry
Press and Media
Press Releases

Foreign Secretary's Call with the Foreign Minister of Botswana

Press release 2024/118
Date: 3 October 2024

The Foreign Secretary spoke today with the Minister for Foreign Affairs of Botswana, Kabo Molefe.

They discussed the work of the joint commission and agreed to meet in Gaborone before the end of the year.

The Foreign Secretary thanked Botswana for its support of the candidacy for the Human Rights Council.

Share this page
Print

Contact
Press Office
""",
        title="Foreign Secretary's Call with the Foreign Minister of Botswana",
        body=("The Foreign Secretary spoke", "They discussed", "The Foreign Secretary thanked"),
        days=(date(2024, 10, 3), date(2024, 10, 3)),
    ),
    "london paper": Style(
        why="an office after the name without a comma, the day on the next line with a clock in points, a deck, a related box",
        text="""Skip to main content
News
Opinion
Sport

World politics

Georgia recalls envoy from Serbia over airspace row

Tbilisi says talks on flights have failed, as Belgrade calls the step a surprise

Helen Marsh Diplomatic editor
Thu 11 Apr 2019 14.35 BST

Georgia recalled its ambassador from Serbia on Thursday after talks on the use of its airspace failed.

The foreign ministry in Tbilisi said that it had no other choice after six months of talks without a result.

Serbia's foreign minister called the step a surprise and said that the door was open.

Most viewed
Ten ways to cook rice
""",
        title="Georgia recalls envoy from Serbia over airspace row",
        body=("Georgia recalled", "The foreign ministry in", "Serbia's foreign minister"),
        authors=("Helen Marsh",),
        days=(date(2019, 4, 11), date(2019, 4, 11)),
    ),
    "two towns byline": Style(
        why="names with their towns, and above a list of stories in which the headline comes again with its day",
        text="""Latest
Kenya and Rwanda drop roaming fees
May 20, 2024
Port of Mombasa gets new cranes
May 19, 2024

Kenya and Rwanda drop roaming fees

By Amina Otieno in Nairobi and Claude Habimana in Kigali

Kenya and Rwanda will drop fees for roaming from July, the regulators of both countries said in a joint statement.

Callers will pay the same price on either side, the statement said, and the fee for data falls by half.

Uganda is in talks to join the plan before the end of next year.

Comments
""",
        title="Kenya and Rwanda drop roaming fees",
        body=("Kenya and Rwanda will", "Callers will pay", "Uganda is in"),
        authors=("Amina Otieno", "Claude Habimana"),
        days=(date(2024, 5, 20), date(2024, 5, 20)),
    ),
    "german paper": Style(
        why="'Von X' with the agency behind a comma; the town opens the text; the page is German and is still cleaned",
        text="""Startseite
Politik

Österreich und Slowenien bauen neue Leitung

Von Anna Berg, dpa

03.02.2021, 16:20 Uhr

Wien. Österreich und Slowenien wollen bis zum Sommer eine neue Stromleitung über die Grenze bauen, teilten beide Regierungen am \
Mittwoch mit.

Die Leitung soll 40 Millionen Euro kosten, die Hälfte davon zahlt die Europäische Union.

Der Bau der Leitung war lange umstritten, weil sie durch ein Tal führt, das unter Schutz steht.

Das könnte Sie auch interessieren
Neuer Tunnel durch die Karawanken
""",
        title="Österreich und Slowenien bauen neue Leitung",
        body=("Wien. Österreich", "Die Leitung soll", "Der Bau der"),
        authors=("Anna Berg",),
        agencies=("dpa",),
        days=(date(2021, 2, 3), date(2021, 2, 3)),
    ),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_page(style: Style) -> None:
    found = document(style.text)
    paragraphs = [found.text[start:end] for start, end in found.body]
    assert found.title == style.title, style.why
    assert len(paragraphs) == len(style.body), (style.why, paragraphs)
    assert all(said.startswith(opening) for said, opening in zip(paragraphs, style.body, strict=True)), (style.why, paragraphs)
    assert found.authors == style.authors, style.why
    assert found.agencies == style.agencies, style.why
    assert found.place == style.place, style.why
    assert (found.published_start, found.published_end) == style.days, style.why
