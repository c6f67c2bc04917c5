"""dragoman doctor [RECORD]"""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.common import Json, print_json


def doctor(
    record: Annotated[Path | None, typer.Argument(metavar="RECORD", help="A record to verify too.")] = None,
    words: Annotated[Path | None, typer.Option("--words", metavar="DIR", help="Your own folder of words.")] = None,
    json: Json = False,
) -> None:
    """Look whether all is there: Python, packages, model, words, disk, and a record; say what to do when it is not."""
    from dragoman.show.doctor import doctor_sheet, examined
    from dragoman.show.sheet import print_sheet

    findings = list(examined(record, words))
    if json:
        print_json([asdict(one) for one in findings])
    else:
        print_sheet(doctor_sheet(findings))
    if any(one.remedy for one in findings):
        raise typer.Exit(1)
