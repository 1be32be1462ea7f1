"""What the limit is counted from: the products of the graph, and texts as they are read."""

import math

import numpy as np
import onnxruntime

from limit import EXAMPLES, ROWS, product_model, products_of, texts_of
from watchword.engines.questions import batched, question_of, windows_of


def test_the_bare_product_is_the_product_of_its_rows_and_weights() -> None:
    shape = (6, 4)
    session = onnxruntime.InferenceSession(product_model(shape), providers=["CPUExecutionProvider"])
    rows = np.arange(ROWS * shape[0], dtype=np.uint64).reshape(ROWS, shape[0]).astype(np.uint8)
    weights = np.random.default_rng(1).integers(-63, 63, shape)
    (product,) = session.run(None, {"a": rows})
    np.testing.assert_array_equal(product, rows.astype(np.int64) @ weights)


def test_twice_the_sentences_are_twice_the_products() -> None:
    words = ["Seoul", "said", "that", "troops", "had", "left", "for", "Kursk", "."]
    windows = list(windows_of(0, words))
    once, twice = ([question_of(batch) for batch in batched(windows * times)] for times in (1, 2))
    counted = products_of(once)
    assert counted
    assert all(math.prod(shape) > 1 for shape in counted)
    assert products_of(twice) == {shape: 2 * rows for shape, rows in counted.items()}


def test_reports_are_read_until_there_are_words_enough() -> None:
    few, more = texts_of([str(EXAMPLES)], 50), texts_of([str(EXAMPLES)], 2_000)
    assert 50 <= few.words < more.words
    assert sum(map(len, few.groups)) < sum(map(len, more.groups))
