"""Networks in XDSL, the format of GeNIe and SMILE, in and out.

Source: BayesFusion, "SMILE Programmer's Manual", appendix "XDSL file format". Nodes of chance with
whole tables are read; what else such a file may hold is named and refused, never left out.
"""

from collections.abc import Iterator

from lxml import etree

from watchword.assess.scenarios.netting import (
    MOST_BYTES,
    Variable,
    check_sizes,
    read_probability,
    scenario_of,
    variables_of,
)
from watchword.errors import InvalidScenarioError
from watchword.model.scenario import Scenario


def read_xdsl(content: bytes, title: str) -> Scenario:
    """Read a network.

    Args:
        content: the bytes of the file.
        title: what the scenario is called.

    Raises:
        InvalidScenarioError: if it is none, or too large, or holds nodes of another kind.
    """
    if len(content) > MOST_BYTES:
        raise InvalidScenarioError(f"it is longer than {MOST_BYTES:,} bytes", key=title)
    root = _root_of(content, title)
    nodes = root.find("nodes")
    if nodes is None or root.tag != "smile":
        raise InvalidScenarioError("it is no XDSL file", key=title)
    elements = list(nodes.iterchildren("*"))
    for each in elements:
        if each.tag != "cpt":
            told = f"nodes of the kind {each.tag} are not read"
            mend = "in GeNIe, change it to a general chance node"
            raise InvalidScenarioError(told, key=each.get("id", "a node"), mend=mend)
    states = {
        _id(each): tuple(_id(state) for state in each.iterchildren("state")) for each in elements
    }
    causes = {_id(each): tuple((each.findtext("parents") or "").split()) for each in elements}
    if len(states) != len(elements):
        raise InvalidScenarioError("two nodes have one name", key=title)
    check_sizes({name: len(each) for name, each in states.items()}, causes)
    texts = {
        _id(each): each.findtext("name") or "" for each in root.iterfind("extensions//node[@id]")
    }
    variables = (
        Variable(
            name=_id(each),
            text=texts.get(_id(each)) or _id(each),
            states=states[_id(each)],
            causes=causes[_id(each)],
            values=tuple(_each_value(each)),
        )
        for each in elements
    )
    return scenario_of(tuple(variables), title)


def write_xdsl(scenario: Scenario) -> bytes:
    """Write a scenario's graph, tables and texts; claims and evidence have no place there.

    Raises:
        InvalidScenarioError: if it cannot be computed as it stands.
    """
    root = etree.Element("smile", version="1.0", id="scenario")
    nodes = etree.SubElement(root, "nodes")
    extensions = etree.SubElement(root, "extensions")
    genie = etree.SubElement(extensions, "genie", version="1.0", app="Watchword", name="scenario")
    for variable in variables_of(scenario):
        element = etree.SubElement(nodes, "cpt", id=variable.name)
        for state in variable.states:
            etree.SubElement(element, "state", id=state)
        if variable.causes:
            etree.SubElement(element, "parents").text = " ".join(variable.causes)
        numbers = etree.SubElement(element, "probabilities")
        numbers.text = " ".join(map(repr, variable.values))
        shown = etree.SubElement(genie, "node", id=variable.name)
        etree.SubElement(shown, "name").text = _printable(variable.text) or variable.name
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _root_of(content: bytes, title: str) -> etree._Element:
    """The root of a file without a DOCTYPE: entities could make it grow, or read other files."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InvalidScenarioError(f"it is no XML: {error.msg}", key=title) from error
    if root.getroottree().docinfo.doctype:
        raise InvalidScenarioError("an XDSL file has no DOCTYPE", key=title)
    return root


def _each_value(element: etree._Element) -> Iterator[float]:
    for word in (element.findtext("probabilities") or "").split():
        yield read_probability(word, key=_id(element))


def _id(element: etree._Element) -> str:
    return str(element.get("id", ""))


def _printable(text: str) -> str:
    """Text without what XML cannot hold."""
    return "".join(letter for letter in text if letter.isprintable())
