"""What a user is told when something cannot be done: where, what, and what to do next."""


class DragomanError(Exception):
    """A failure with words for the user; the command line prints it in one line and exits with 2."""

    def __init__(self, what: str, how_to_mend: str | None = None) -> None:
        super().__init__(what if how_to_mend is None else f"{what}; {how_to_mend}")
        self.what = what
        self.how_to_mend = how_to_mend


class UnreadablePage(DragomanError):
    """A page that cannot be read; a build notes it in `problems` and goes on."""


class WordsError(DragomanError):
    """The words folder holds something that cannot be used: file:line and the remedy."""
