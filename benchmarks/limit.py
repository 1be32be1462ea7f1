"""How near the language model comes to what this processor can multiply at all.

    python benchmarks/limit.py
    python benchmarks/limit.py --json reports.jsonl --words 20000

Tells, in microseconds of one processor a word and in reports of 400 words a second on two: the
model's matrix products at the rate of the multiplying instruction (AVX-512 VNNI; left out where
the processor has none), the same products bare under ONNX Runtime, the graph with all that stands
between them, and the engine with its decoding. Words are parted by blanks. Nothing reads faster
than the products take, whatever else is made quicker.
"""

import argparse
import ctypes
import json
import math
import mmap
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime

from watchword.collect import collect
from watchword.collect.limits import Limits
from watchword.engines import ReadingEngine
from watchword.engines.answers import Question
from watchword.engines.questions import batched, question_of, windows_of
from watchword.engines.sessions import OUTPUTS, QUESTIONS, READER
from watchword.model.reading import Word
from watchword.model.report import Report
from watchword.text.sentences import find_sentences
from watchword.text.words import find_words

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ROWS, TIMES, A_REPORT, PROCESSORS = 1024, 5, 400, 2
TURNS = 2_000_000
"""Of the loop that multiplies: some milliseconds."""
PRODUCT = "MatMulIntegerToFloat"
Shape = tuple[int, int]
"""Numbers that are summed, outputs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is read: sentences in groups that are read at once, and how many words they have."""

    groups: tuple[tuple[tuple[Word, ...], ...], ...]
    words: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", help="reports; those of examples/ where none is named")
    parser.add_argument("--words", type=int, default=10_000, help="how many are read, about")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    texts = texts_of(tuple(arguments.paths) or (str(EXAMPLES),), arguments.words)
    figures = measured(texts)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:44} {value:12,.2f}")


def texts_of(paths: Sequence[str], most: int) -> Texts:
    """The first reports, until they have so many words, in the groups in which reports are read."""
    groups: list[tuple[tuple[Word, ...], ...]] = []
    group: list[tuple[Word, ...]] = []
    words = characters = 0
    for each in collect(paths, limits=Limits()):
        if words >= most:
            break
        if not isinstance(each, Report):
            continue
        group += [
            find_words(each.text, sentence.start, sentence.end)
            for sentence in find_sentences(each.text)
        ]
        words += len(each.text.split())
        characters += len(each.text)
        if characters >= 30_000:
            groups.append(tuple(group))
            group, characters = [], 0
    return Texts(groups=tuple(groups) + ((tuple(group),) if group else ()), words=words)


def measured(texts: Texts) -> dict[str, float]:
    """All figures."""
    questions = list(_each_question(texts))
    products = products_of(questions)
    macs = sum(rows * math.prod(shape) for shape, rows in products.items()) / texts.words
    bare = {shape: bare_seconds(shape) for shape in products}
    spent = {
        "products, bare": sum(rows * bare[shape] for shape, rows in products.items()) / texts.words,
        "graph": graph_seconds(questions) / texts.words,
        "engine": engine_seconds(texts) / texts.words,
    }
    peak = peak_products()
    if peak:
        spent = {"products, at the instruction's rate": macs / peak, **spent}
    figures: dict[str, float] = {
        "words": texts.words,
        "pieces": sum(int(np.count_nonzero(each.pieces)) for each in questions),
        "million_products_a_word": macs / 1e6,
        "instruction_gmac_s": peak / 1e9,
        "bare_gmac_s": macs / spent["products, bare"] / 1e9,
    }
    for name, seconds in spent.items():
        figures[f"{name}, us a word"] = seconds * 1e6
        figures[f"{name}, reports a second"] = PROCESSORS / seconds / A_REPORT
    figures["reports_per_s_two_processors"] = PROCESSORS / spent["products, bare"] / A_REPORT
    figures["share_of_limit_graph"] = spent["products, bare"] / spent["graph"]
    figures["share_of_limit_engine"] = spent["products, bare"] / spent["engine"]
    return figures


def _each_question(texts: Texts) -> Iterator[Question]:
    for group in texts.groups:
        windows = [
            window
            for index, words in enumerate(group)
            for window in windows_of(index, [word.text for word in words])
        ]
        yield from map(question_of, batched(windows))


def products_of(questions: Sequence[Question]) -> Counter[Shape]:
    """How many rows the graph multiplies with matrices of each shape, as ONNX Runtime tells it."""
    with tempfile.TemporaryDirectory() as folder:
        options = _options()
        options.enable_profiling = True
        options.profile_file_prefix = str(Path(folder) / "products")
        session = _opened(_reader(), options)
        for question in questions:
            _run(session, question)
        told = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    found: Counter[Shape] = Counter()
    for node in told:
        if node.get("args", {}).get("op_name") == PRODUCT and node["name"].endswith("kernel_time"):
            states, given = (
                next(iter(node["args"][side][0].values()))
                for side in ("input_type_shape", "output_type_shape")
            )
            found[states[-1], given[-1]] += math.prod(given[:-1])
    return found


def bare_seconds(shape: Shape) -> float:
    """Seconds that a row takes to be multiplied with a matrix of a shape, nothing else done."""
    session = _opened(product_model(shape), _options())
    rows = np.random.default_rng(0).integers(0, 255, (ROWS, shape[0])).astype(np.uint8)
    return _best(lambda: session.run(None, {"a": rows})) / ROWS


def product_model(shape: Shape) -> bytes:
    """An ONNX model of one product of whole numbers, as its few messages are written.

    Fields are numbered as in `onnx.proto`.
    """
    weights = np.random.default_rng(1).integers(-63, 63, shape).astype(np.int8)
    kept = _number(1, shape[0]) + _number(1, shape[1]) + _number(2, 3) + _text(8, "b")
    node = _text(1, "a") + _text(1, "b") + _text(2, "c") + _text(4, "MatMulInteger")
    graph = _bytes(1, node) + _text(2, "product") + _bytes(5, kept + _bytes(9, weights.tobytes()))
    graph += _bytes(11, _place("a", 2, (ROWS, shape[0])))
    graph += _bytes(12, _place("c", 6, (ROWS, shape[1])))
    return _number(1, 9) + _bytes(7, graph) + _bytes(8, _text(1, "") + _number(2, 18))


def _place(name: str, kind: int, shape: Shape) -> bytes:
    axes = b"".join(_bytes(1, _number(1, size)) for size in shape)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, axes)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    found = b""
    while value > 127:
        found += bytes([value & 127 | 128])
        value >>= 7
    return found + bytes([value])


def graph_seconds(questions: Sequence[Question]) -> float:
    """Seconds that the reader's graph takes for everything."""
    session = _opened(_reader(), _options())
    return _best(lambda: [_run(session, question) for question in questions])


def engine_seconds(texts: Texts) -> float:
    """Seconds that the engine takes for everything, its decoding included."""
    engine = ReadingEngine(threads=1, room=0)
    return _best(lambda: [engine.read(group) for group in texts.groups])


def peak_products() -> float:
    """Products of whole numbers a second at the rate of `vpdpbusd`; 0 where there is none.

    A loop of fourteen independent ones, 64 products each, which no memory slows down.
    """
    flags = Path("/proc/cpuinfo")
    if not flags.is_file() or "avx512_vnni" not in flags.read_text(encoding="utf-8"):
        return 0.0
    wide = [
        bytes([0x62, 0xD2 if to < 8 else 0x52, 0x0D, 0x48, 0x50, 0xC7 | (to & 7) << 3])
        for to in range(14)
    ]
    body = b"".join(wide) + b"\x48\xff\xcf"  # dec rdi
    away = -(len(body) + 6)
    code = body + b"\x0f\x85" + away.to_bytes(4, "little", signed=True) + b"\xc5\xf8\x77\xc3"
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    begins = ctypes.addressof(ctypes.c_char.from_buffer(page))
    loop = ctypes.CFUNCTYPE(None, ctypes.c_uint64)(begins)
    return TURNS * len(wide) * 64 / _best(lambda: loop(TURNS))


def _best(work: Callable[[], object]) -> float:
    """Processor seconds of the quickest of some goes, after one that is not counted."""
    work()
    seconds = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def _reader() -> bytes:
    return (resources.files("watchword.engines") / "data" / READER).read_bytes()


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return options


def _opened(model: bytes, options: onnxruntime.SessionOptions) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _run(session: onnxruntime.InferenceSession, question: Question) -> None:
    session.run(OUTPUTS, {name: getattr(question, name) for name in QUESTIONS})


if __name__ == "__main__":
    main()
