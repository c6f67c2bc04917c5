"""Which file of the bench goes through which solver, how it is scored, and the numbers to hold it against."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """A metric that the table prints: its block's first words, its name, the best peer's value and our target (x100)."""

    block: str
    metric: str
    peer: float | None
    target: float | None
    less_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the bench: `file` is the gold file without its ending, with a colon for a second input or a language."""

    file: str
    gold: str
    score: str
    solver: str
    headlines: tuple[Headline, ...]
    score_options: tuple[str, ...] = ()
    solver_options: tuple[tuple[str, str], ...] = ()
    inputs: str | None = None
    also: str | None = None
    peer: str = ""


H = Headline
TASKS = (
    Task("events/plv", "events/plv.jsonl", "event_type", "bench.tasks.events:solve_types",
         (H("all", "accuracy", 76.0, 80.0), H("all", "macro F1", 74.3, None)), peer="ZSP (GPU)"),
    Task("events/gsr", "events/gsr.jsonl", "events", "bench.tasks.events:solve",
         (H("all", "type recall (any event)", 49.7, 72.0), H("all", "type precision", 53.3, 65.0),
          H("all", "source country", 60.5, 85.0), H("all", "target country", 59.9, 80.0), H("all", "full triple", 29.9, 55.0)),
         peer="UniversalPetrarch, PETRARCH2"),
    Task("events/neutral", "events/neutral.jsonl", "neutral", "bench.tasks.events:solve",
         (H("all", "false alarm rate", 10.2, 8.0, True),), peer="PETRARCH2"),
    Task("actors/cases", "actors/cases.jsonl", "actors", "bench.tasks.actors:solve",
         (H("cases", "country", 48.8, 95.0), H("cases", "no country kept empty", 100.0, 95.0),
          H("cases", "primary sector, any given", 41.7, 80.0)), peer="Phoenix dictionaries"),
    Task("quotes/polnear", "quotes/polnear.jsonl", "quotes", "bench.tasks.quotes:solve",
         (H("all", "attribution partial F1", 47.2, 63.0), H("all", "content tokens F1", 65.9, 85.0),
          H("all", "quoted tokens F1", 74.5, 97.0)), peer="Citron retrained"),
    Task("quotes/seeds_chains", "quotes/seeds_chains.jsonl", "quotes", "bench.tasks.quotes:solve",
         (H("all", "attribution partial F1", 48.4, None), H("all", "speaker overlap", None, 95.0)), peer="Citron retrained"),
    Task("pages/plaintext", "pages/plaintext.jsonl", "plaintext", "bench.tasks.plaintext:solve",
         (H("all", "body F1", 86.0, 93.0), H("fundus", "title right", None, 80.0), H("fundus", "author P", None, 85.0),
          H("fundus", "author R", None, 85.0)), solver_options=(("field", "visible_text"),), peer="longest run of long lines"),
    Task("pages/plaintext:main", "pages/plaintext.jsonl", "plaintext", "bench.tasks.plaintext:solve",
         (H("all", "body F1", 91.5, 95.0),), solver_options=(("field", "main_text"),), peer="trafilatura"),
    Task("pages/dates", "pages/dates.jsonl.gz", "dates", "bench.tasks.dates:solve",
         (H("all", "right", 64.1, None), H("all", "wrong", 8.5, None, True), H("printed none", "wrong", 14.0, 10.0, True)),
         solver_options=(("field", "visible_text"),), peer="htmldate; last date"),
    Task("pages/dates:en", "pages/dates.jsonl.gz", "dates", "bench.tasks.dates:solve",
         (H("printed full", "right", 79.2, 88.0), H("printed full", "wrong", 10.4, 4.0, True)),
         ("--lang", "en"), (("field", "visible_text"),), peer="first date; last date"),
    Task("pages/dates:main", "pages/dates.jsonl.gz", "dates", "bench.tasks.dates:solve",
         (H("printed full", "right", None, None), H("printed full", "wrong", None, None, True)),
         ("--field", "main_text"), (("field", "main_text"),)),
    Task("pages/date_traps", "pages/date_traps.jsonl", "dates", "bench.tasks.dates:solve",
         (H("visit", "right", 73.9, 92.0), H("erased", "wrong", 100.0, 5.0, True)),
         solver_options=(("field", "visible_text"),), peer="last date before the body"),
    Task("times/timex", "times/timex.jsonl", "timex", "bench.tasks.times:solve",
         (H("all", "value F1", 77.5, 79.0), H("all", "strict F1", 84.1, 84.0)), peer="HeidelTime"),
    Task("times/meantime", "times/meantime.jsonl", "timex", "bench.tasks.times:solve",
         (H("all", "value F1", 72.0, 75.0), H("all", "strict F1", 79.1, None)), peer="HeidelTime"),
    Task("figures/newsquant", "figures/newsquant.jsonl", "figures", "bench.tasks.figures:solve",
         (H("all", "value F1", 70.6, 90.0), H("all", "value+unit F1", 40.8, 80.0), H("all", "value+change F1", 49.7, 84.0)),
         peer="quantulum3"),
    Task("figures/seeds", "figures/seeds.jsonl", "figures", "bench.tasks.figures:solve",
         (H("all", "value F1", 76.1, None), H("all", "value+unit F1", 42.4, None)), peer="MS recognizers, quantulum3"),
    Task("crossdoc/stories", "crossdoc/stories.jsonl", "stories", "bench.tasks.crossdoc:solve_stories",
         (H("all", "B3 F1", 96.5, 95.5),), peer="TF-IDF single pass"),
    Task("crossdoc/copies", "crossdoc/copies.jsonl", "copies", "bench.tasks.crossdoc:solve_copies",
         (H("pairs", "copy, partials left aside F1", 96.6, 97.0), H("pairs", "copy or partial F1", 71.7, 75.0)),
         inputs="crossdoc/stories.jsonl", peer="5-gram containment"),
    Task("crossdoc/copies_synthetic", "crossdoc/copies_synthetic.jsonl", "copies", "bench.tasks.crossdoc:solve_synthetic",
         (H("cut_from_bottom", "source found", 100.0, 95.0), H("light_edit", "source found", 100.0, 95.0),
          H("heavy_edit", "source found", 100.0, 95.0), H("one_quote", "source found", 0.0, 5.0, True)),
         also="crossdoc/stories.jsonl", peer="5-gram containment"),
    Task("crossdoc/event_coref", "crossdoc/event_coref.jsonl", "event_coref", "bench.tasks.crossdoc:solve_event_coref",
         (H("all", "CoNLL F1", 63.8, 74.0),), peer="same lemma, whole corpus"),
)  # fmt: skip
