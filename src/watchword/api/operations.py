"""Every operation of the API, from what the desk shows and does.

A view is at `/situations/{situation}/views/NAME`, an action at `…/actions/NAME`, a file at
`…/files/NAME`. What readers look for first has an address of its own besides.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from watchword.desk.ask import Ask
from watchword.desk.catalogue import ACTIONS, FILES, VIEWS
from watchword.desk.entries import Action, DeskFile, DeskView

SITUATION = "/situations/{situation}"
NOUNS: tuple[tuple[str, str], ...] = (
    ("claims", "/claims"),
    ("claim", "/claims/{key}"),
    ("report", "/reports/{key}"),
    ("stories", "/stories"),
    ("story", "/stories/{key}"),
    ("actors", "/actors"),
    ("actor", "/actors/{key}"),
    ("sources", "/sources"),
    ("source", "/sources/{key}"),
    ("feeds", "/feeds"),
    ("tracks", "/figures"),
    ("track", "/figures/{key}"),
    ("relations", "/relations"),
    ("relation", "/relations/{one}/{other}"),
    ("positions", "/positions"),
    ("position", "/positions/{key}"),
    ("indicators", "/indicators"),
    ("indicator", "/indicators/{key}"),
    ("alerts", "/alerts"),
    ("scenarios", "/scenarios"),
    ("scenario", "/scenarios/{key}"),
    ("hypotheses", "/hypotheses"),
    ("hypothesis", "/hypotheses/{key}"),
    ("forecasts", "/forecasts"),
    ("forecast", "/forecasts/{key}"),
    ("briefs", "/briefs"),
    ("brief", "/briefs/{key}"),
    ("decisions", "/decisions"),
)
"""Views, and the addresses of the nouns that they show, those of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Something that the API offers at an address.

    Attributes:
        path: its address below the API's, with what stands in the path in braces.
        entry: the view, action or file that it serves.
        name: what programs call it, unique.
    """

    path: str
    entry: DeskView | Action | DeskFile
    name: str

    @property
    def asks(self) -> type[Ask]:
        """What may be asked of it."""
        return self.entry.asks

    @property
    def in_path(self) -> frozenset[str]:
        """What of that stands in its path."""
        return frozenset(part[1:-1] for part in self.path.split("/") if part.startswith("{")) - {
            "situation"
        }


def each_operation() -> Iterator[Operation]:
    """The operations, in the order that they are told in."""
    known = {view.name: view for view in VIEWS}
    for name, path in NOUNS:
        if name in known and _path_names(path) <= set(known[name].asks.model_fields):
            kind = "get" if "{" in path else "list"
            yield Operation(path=SITUATION + path, entry=known[name], name=f"{kind}_{_word(name)}")
    for view in VIEWS:
        path = f"{SITUATION}/views/{view.name}"
        yield Operation(path=path, entry=view, name=f"look_{_word(view.name)}")
    for action in ACTIONS:
        path = f"{SITUATION}/actions/{action.name}"
        yield Operation(path=path, entry=action, name=f"do_{_word(action.name)}")
    for file in FILES:
        path = f"{SITUATION}/files/{file.name}"
        yield Operation(path=path, entry=file, name=f"make_{_word(file.name)}")


def _path_names(path: str) -> set[str]:
    return {part[1:-1] for part in path.split("/") if part.startswith("{")}


def _word(name: str) -> str:
    return name.replace("-", "_").replace(".", "_")
