"""The trained tagger as an ONNX graph with int8 weights, written node by node.

Weights are int8 with a scale for each output (a row, in tables); activations are quantised to uint8 at run time, as
ONNX Runtime's own dynamic quantisation does, so that all large products are integer products (see
crosswire.engines.integer_matmul). Rows of the vocabulary that no English news needs go: they read as [UNK]."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, checker, helper, numpy_helper, save_model

from crosswire.engines.tagger_decode import Links
from tagger.model import HEADS, LAYERS, NEAR, UPPER, WIDTH

Floats = NDArray[np.float32]
PLACES = 320  # the longest window, with its frame
RUNTIME = "com.microsoft"  # the domain of ONNX Runtime's own operators: attention in one, without its transpositions


class Graph:
    """Nodes and weights as they are added; a method's answer is the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.stored: list[TensorProto] = []
        self._count = 0

    def put(self, value: NDArray[Any] | np.generic | Sequence[int] | float, name: str = "") -> str:
        self._count += 1
        name = name or f"c{self._count}"
        array = np.asarray(value, dtype=np.int64) if isinstance(value, list) else np.asarray(value)
        self.stored.append(numpy_helper.from_array(np.require(array, requirements="C"), name))
        return name

    def add(self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **options: Any) -> str:
        self._count += 1
        names = [f"v{self._count}" + (f"_{n}" if outputs > 1 else "") for n in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **options))
        return names[0]

    def many(self, kind: str, *inputs: str, outputs: int, **options: Any) -> list[str]:
        first = self.add(kind, *inputs, outputs=outputs, **options)
        return [first[:-1] + str(n) for n in range(outputs)]

    def table(self, weight: Floats, rows: str) -> str:
        """Rows of a table: int8, with a scale a row."""
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
        stored = np.rint(weight / scale).astype(np.int8)
        found = self.add("Cast", self.add("Gather", self.put(stored), rows), to=TensorProto.FLOAT)
        return self.add("Mul", found, self.add("Gather", self.put(scale), rows))

    def quantised(self, x: str) -> tuple[str, str, str]:
        a, b, c = self.many("DynamicQuantizeLinear", x, outputs=3)
        return a, b, c

    def linear(self, x: str | tuple[str, str, str], weight: Floats, bias: Floats) -> str:
        """X @ weight.T + bias in integers; ``x`` may be quantised already."""
        value, step, zero = self.quantised(x) if isinstance(x, str) else x
        scale = np.maximum(np.abs(weight).max(1), 1e-8).astype(np.float32) / 127
        stored = self.put(np.rint(weight / scale[:, None]).astype(np.int8).T)
        product = self.add("Cast", self.add("MatMulInteger", value, stored, zero), to=TensorProto.FLOAT)
        product = self.add("Mul", product, self.add("Mul", step, self.put(scale)))
        return self.add("Add", product, self.put(bias.astype(np.float32)))

    def norm(self, x: str, weights: Mapping[str, Floats], name: str) -> str:
        scale, shift = self.put(weights[f"{name}.weight"]), self.put(weights[f"{name}.bias"])
        return self.add("LayerNormalization", x, scale, shift, epsilon=1e-12, axis=-1)


def layer(g: Graph, x: str, w: Mapping[str, Floats], p: str) -> str:
    """One transformer layer, whose weights' names begin with ``p``."""
    qkv = g.linear(x, w[f"{p}qkv.weight"], w[f"{p}qkv.bias"])
    q, k, v = g.many("Split", qkv, outputs=3, axis=2, num_outputs=3)
    seen = g.add("MultiHeadAttention", q, k, v, domain=RUNTIME, num_heads=HEADS)
    x = g.norm(g.add("Add", x, g.linear(seen, w[f"{p}out.weight"], w[f"{p}out.bias"])), w, f"{p}norm1")
    up = g.add("Gelu", g.linear(x, w[f"{p}up.weight"], w[f"{p}up.bias"]))
    return g.norm(g.add("Add", x, g.linear(up, w[f"{p}down.weight"], w[f"{p}down.bias"])), w, f"{p}norm2")


def build(w: Mapping[str, Floats], rows_kept: NDArray[np.int64]) -> Graph:
    """The graph. Takes ids [N, P] and features [N, P, 8], of one length: nothing is masked; words [T, 2 * NEAR + 1]:
    for each token the flat places of its piece and its neighbours' pieces, and near [T, 2 * NEAR + 1, 1]: 1 where such
    a neighbour stands. Gives labels [T, 7], links [T, 4 * LINK] and lower [N, P, WIDTH], the pieces' states below the
    UPPER last layers."""
    g = Graph()
    row = np.full(len(w["encoder.words.weight"]), -1, dtype=np.int64)
    row[rows_kept] = np.arange(len(rows_kept))
    row[row < 0] = row[100]  # [UNK]
    x = g.table(w["encoder.words.weight"][rows_kept], g.add("Gather", g.put(row), "ids"))
    width = g.add("Gather", g.add("Shape", "ids"), g.put(np.int64(1)))
    places = g.add("Range", g.put(np.int64(0)), width, g.put(np.int64(1)))
    x = g.add("Add", x, g.table(w["encoder.places.weight"][:PLACES], places))
    tables = [w[f"encoder.features.{n}.weight"] for n in range(sum(k.startswith("encoder.features.") for k in w))]
    offsets = np.cumsum([0] + [len(t) for t in tables[:-1]])
    rows = g.add("Add", "features", g.put(offsets.astype(np.int64)))
    every = g.add("Gather", g.put(np.concatenate(tables).astype(np.float32)), rows)
    x = g.add("Add", x, g.add("ReduceSum", every, g.put([2]), keepdims=0))
    x = g.norm(x, w, "encoder.norm")
    for n in range(LAYERS):
        if n == LAYERS - UPPER:
            g.nodes.append(helper.make_node("Identity", [x], ["lower"]))
        x = layer(g, x, w, f"encoder.layers.{n}.")
    flat = g.add("Reshape", x, g.put([-1, WIDTH]))
    around = g.add("Mul", g.add("Gather", flat, "words"), "near")
    own = g.add("Gather", around, g.put(np.int64(NEAR)), axis=1)
    wide = g.add("Reshape", around, g.put([-1, (2 * NEAR + 1) * WIDTH]))
    z = g.add("Add", own, g.add("Gelu", g.linear(wide, w["near.weight"], w["near.bias"])))
    labels = g.add("MatMul", z, g.put(w["labels.weight"].T.copy()))
    g.nodes.append(helper.make_node("Add", [labels, g.put(w["labels.bias"])], ["labels"]))
    links = g.linear(z, w["links.weight"], w["links.bias"])
    g.nodes.append(helper.make_node("Identity", [links], ["links"]))
    return g


def write(w: Mapping[str, Floats], rows_kept: NDArray[np.int64], path: Path) -> None:
    """Write the tagger's graph, and beside it the few weights that are used outside it, as an .npz."""
    integer, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", integer, ["n", "p"]),
        helper.make_tensor_value_info("features", integer, ["n", "p", "f"]),
        helper.make_tensor_value_info("words", integer, ["t", 2 * NEAR + 1]),
        helper.make_tensor_value_info("near", real, ["t", 2 * NEAR + 1, 1]),
    ]
    outputs = [
        helper.make_tensor_value_info("labels", real, ["t", 7]),
        helper.make_tensor_value_info("links", real, ["t", None]),
        helper.make_tensor_value_info("lower", real, ["n", "p", WIDTH]),
    ]
    _save(build(w, rows_kept), inputs, outputs, path)
    np.savez(
        path.with_suffix(".npz"),
        start=w["start"],
        moves=w["moves"],
        source=w["source_bias.weight"][:, 0],
        content=w["content_bias.weight"][:, 0],
        no_source=w["no_source"],
        scales=np.ones(2, dtype=np.float32),
        meaning=w["meaning.weight"].astype(np.float16),
        meaning_bias=w["meaning.bias"].astype(np.float16),
    )


def write_upper(w: Mapping[str, Floats], path: Path, tables: Path) -> None:
    """Write the graph of the UPPER layers of meaning, lower [N, P, WIDTH] to states [N, P, WIDTH], and put the turn
    that stands on them into the tables."""
    g = Graph()
    x = "lower"
    for n in range(UPPER):
        x = layer(g, x, w, f"layers.{n}.")
    g.nodes.append(helper.make_node("Identity", [x], ["states"]))
    lower, states = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", "p", WIDTH]) for name in ("lower", "states")
    )
    _save(g, [lower], [states], path)
    with np.load(tables) as stored:
        kept = dict(stored)
    kept["meaning"] = w["meaning.weight"].astype(np.float16)
    kept["meaning_bias"] = w["meaning.bias"].astype(np.float16)
    np.savez(tables, **kept)


def _save(g: Graph, inputs: Sequence[ValueInfoProto], outputs: Sequence[ValueInfoProto], path: Path) -> None:
    graph = helper.make_graph(g.nodes, path.stem, list(inputs), list(outputs), g.stored)
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(RUNTIME, 1)]
    model = helper.make_model(graph, opset_imports=opsets, producer_name="crosswire")
    model.ir_version = 9
    checker.check_model(model)
    save_model(model, str(path))


def write_links(links: Links, path: Path) -> None:
    """Put fitted links into the tables."""
    with np.load(path) as stored:
        tables = dict(stored)
    tables["source"], tables["content"] = links.source, links.content
    tables["no_source"] = np.array([links.no_source], dtype=np.float32)
    tables["scales"] = np.array([links.source_scale, links.content_scale], dtype=np.float32)
    np.savez(path, **tables)
