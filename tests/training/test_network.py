"""The network that is trained and the graph that is shipped give the same answers."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training is not installed")
onnx = pytest.importorskip("onnx", reason="training is not installed")

from language.batches import batch_of, each_group, inputs_of  # noqa: E402
from language.carried import network_of  # noqa: E402
from language.dense import TILE  # noqa: E402
from language.examples import encode  # noqa: E402
from language.export import write_model  # noqa: E402
from language.losses import losses_of  # noqa: E402
from language.network import Network  # noqa: E402
from language.pupil import pupil_of  # noqa: E402
from language.quantised import QuantLinear  # noqa: E402
from language.shape import Shape  # noqa: E402
from language.sources import SOURCES  # noqa: E402
from language.taught import taught_losses  # noqa: E402
from watchword.engines.answers import Answers  # noqa: E402
from watchword.engines.inventory import Inventory  # noqa: E402
from watchword.engines.questions import question_of, windows_of  # noqa: E402
from watchword.engines.reader import ReadingEngine  # noqa: E402
from watchword.engines.sessions import READER, RELATIONS  # noqa: E402
from watchword.engines.trees import heads_of  # noqa: E402
from watchword.ledger.corpora.sentence import LabelledSentence  # noqa: E402
from watchword.ledger.model.footprint import made_words  # noqa: E402
from watchword.model.reading import MarkedPair  # noqa: E402

WORDS = [
    "Seoul",
    "said",
    "about",
    "1,500",
    "North",
    "Korean",
    "soldiers",
    "had",
    "left",
    "for",
    "Kursk",
    ".",
]
INVENTORY = Inventory(
    name="stand-in/0",
    tags=("NN", "VB"),
    classes=("NOUN", "VERB"),
    features=("_",),
    lemmas=("0",),
    relations=("root", "nsubj", "obj"),
    schemes={
        "domain": ("person", "polity", "quantity"),
        "attribution": ("source", "cue", "content"),
        "causal": ("cause", "effect", "signal"),
        "conditional": ("condition", "consequence"),
    },
    roots=("AGREE", "ASSAULT"),
    quads=("1", "4"),
)


def sentence_of(words: list[str]) -> LabelledSentence:
    return LabelledSentence(words=tuple(words), document="", corpus="composed")


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(5)
    network = Network(INVENTORY).eval()
    torch.nn.init.normal_(network.encoder.shapes.weight, std=0.02)
    return network


def rounding_network() -> Network:
    torch.manual_seed(6)
    network = Network(INVENTORY).eval()
    for layer in network.modules():
        if isinstance(layer, QuantLinear):
            layer.low.fill_(-4.0)
            layer.high.fill_(4.0)
            layer.mode = "round"
    return network


def answers_of(folder: Path, marks: list[int] | None = None) -> Answers:
    (window,) = windows_of(0, WORDS, marks)
    return ReadingEngine(folder, threads=1).answer(question_of([window]))


def test_the_unrounded_file_answers_as_the_network_does(network: Network, tmp_path: Path) -> None:
    write_model(network, tmp_path, exact=True)
    answers, size = answers_of(tmp_path), len(WORDS)
    with torch.no_grad():
        states = network(inputs_of([encode(sentence_of(WORDS))]))
        arcs = network.arc_scores(states).numpy()
        heads = heads_of(arcs, [size])
        relations = network.relation_scores(states, torch.from_numpy(heads).long()).argmax(-1)
        facts = network.factuality(states).numpy()
        meaning = network.embeddings(states).numpy()
    assert answers.heads[0, :size].tolist() == heads[0, :size].tolist()
    assert answers.relations[0, :size].tolist() == relations[0, :size].tolist()
    assert np.allclose(facts[0, :size], answers.factuality[0, :size], atol=1e-4)
    assert np.allclose(meaning, answers.embeddings, atol=1e-4)


def test_a_marked_pair_changes_what_the_file_answers(network: Network, tmp_path: Path) -> None:
    torch.nn.init.normal_(network.encoder.marks.weight, std=0.02)
    write_model(network, tmp_path, exact=True)
    marked = answers_of(tmp_path, [1] + [0] * 5 + [2] + [0] * 5)
    assert not np.allclose(marked.starts, answers_of(tmp_path).starts)
    marks = inputs_of([encode(replace(sentence_of(WORDS), pair=((0, 1), (6, 7))))])
    with torch.no_grad():
        roots, _ = network.event_scores(network(marks))
    (event,) = ReadingEngine(tmp_path).read_events(
        [made_words(WORDS)], [MarkedPair(sentence=0, source=(0, 1), target=(6, 7))]
    )
    assert event.root_confidence == pytest.approx(float(torch.softmax(roots, -1).max()), abs=2e-3)


def test_the_rounded_file_answers_as_the_rounding_network_does(tmp_path: Path) -> None:
    network = rounding_network()
    write_model(network, tmp_path, exact=False)
    answers = answers_of(tmp_path)
    with torch.no_grad():
        states = network(inputs_of([encode(sentence_of(WORDS))]))
        facts = network.factuality(states).numpy()[0, : len(WORDS)]
    assert np.abs(facts - answers.factuality[0, : len(WORDS)]).mean() < 0.1


def test_products_of_whole_numbers_have_whole_tiles_of_outputs(tmp_path: Path) -> None:
    write_model(rounding_network(), tmp_path, exact=False)
    for name in (READER, RELATIONS):
        graph = onnx.load(tmp_path / name).graph
        shapes = {each.name: tuple(each.dims) for each in graph.initializer}
        products = [each for each in graph.node if each.op_type == "MatMulIntegerToFloat"]
        assert products
        assert all(shapes[each.input[1]][1] % TILE == 0 for each in products)


def test_the_network_of_a_file_answers_as_the_file_does(tmp_path: Path) -> None:
    write_model(rounding_network(), tmp_path / "first", exact=False)
    write_model(network_of(tmp_path / "first"), tmp_path / "again", exact=False)
    first, again = answers_of(tmp_path / "first"), answers_of(tmp_path / "again")
    for name in ("stretches", "starts", "ends", "links", "factuality", "traits", "embeddings"):
        assert np.allclose(getattr(first, name), getattr(again, name), atol=0.02), name
    for name in ("tags", "classes", "features", "lemmas", "relations"):
        assert getattr(first, name).tolist() == getattr(again, name).tolist(), name


def test_a_batch_moves_only_the_heads_that_it_labels(tmp_path: Path) -> None:
    torch.manual_seed(7)
    network = Network(INVENTORY)
    sentences = [each[0] for each in SOURCES["composed-events"](tmp_path, 3)][:8]
    order = random.Random(1)  # noqa: S311 - a fixed shuffle
    (group, *_) = each_group([encode(each) for each in sentences], 512, order)
    with torch.no_grad():
        batch = batch_of(group, INVENTORY)
        losses = losses_of(network, network(batch.inputs), batch, torch.zeros(0, 384))
    assert float(losses["arcs"]) == 0.0
    assert "domain" not in losses
    assert float(losses["roots"]) >= 0.0


SMALL = Shape(layers=2, inner=96, bent=True, mixed=False, marked=False, pair=16)


def test_a_network_that_marks_nothing_tells_events_from_what_it_read(tmp_path: Path) -> None:
    torch.manual_seed(8)
    network = Network(INVENTORY, SMALL).eval()
    write_model(network, tmp_path, exact=True)
    marked = inputs_of([encode(replace(sentence_of(WORDS), pair=((0, 1), (6, 8))))])
    with torch.no_grad():
        states = network(marked)
        roots, _ = network.event_scores(states)
        facts = network.factuality(states).numpy()
    engine, words = ReadingEngine(tmp_path), [made_words(WORDS)]
    pair = MarkedPair(sentence=0, source=(0, 1), target=(6, 8))
    alone = engine.read_events(words, [pair])
    (reading,) = engine.read(words)
    assert engine.read_events(words, [pair]) == alone
    assert len(reading.tokens) == len(WORDS)
    assert alone[0].root_confidence == pytest.approx(
        float(torch.softmax(roots, -1).max()), abs=2e-3
    )
    own = answers_of(tmp_path).factuality[0, : len(WORDS)]
    assert np.allclose(facts[0, : len(WORDS)], own, atol=1e-4)


def test_a_pupil_begins_with_what_it_can_hold_and_learns_from_its_teacher(tmp_path: Path) -> None:
    torch.manual_seed(10)
    teacher = Network(INVENTORY).eval()
    pupil = pupil_of(teacher, SMALL, "pupil/1")
    assert pupil.inventory == replace(INVENTORY, name="pupil/1")
    assert torch.equal(
        pupil.encoder.layers[1].attend.weight, teacher.encoder.layers[3].attend.weight
    )
    sentences = [each[0] for each in SOURCES["composed-events"](tmp_path, 3)][:8]
    order = random.Random(1)  # noqa: S311 - a fixed shuffle
    (group, *_) = each_group([encode(each) for each in sentences], 512, order)
    batch = batch_of(group, INVENTORY)
    with torch.no_grad():
        losses = taught_losses(pupil, pupil(batch.inputs), teacher, batch)
    assert {"taught tags", "taught arcs", "taught domain", "taught roots"} <= losses.keys()
    assert all(float(loss) >= -1e-3 for loss in losses.values())
    plain = replace(batch.inputs, marks=torch.zeros_like(batch.inputs.marks))
    with torch.no_grad():
        own = taught_losses(teacher, teacher(plain), teacher, replace(batch, inputs=plain))
    assert all(float(loss) == pytest.approx(0.0, abs=1e-2) for loss in own.values())
