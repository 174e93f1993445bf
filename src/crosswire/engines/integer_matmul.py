"""An ONNX graph with int8 weights that are widened to floats, made to multiply them as integers.

The encoder's package stores each weight as int8 and a scale, and its graph widens them back to
float32 before every product, so that a processor's integer instructions go unused. The graph is
rewritten as ONNX Runtime's own dynamic quantisation would write it: the activations of a run are
quantised to uint8 (DynamicQuantizeLinear) and multiplied as integers (MatMulInteger), and the
product takes both scales. The weights stay the package's, bit for bit.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnx import GraphProto, NodeProto


def with_integer_products(path: Path) -> bytes:
    """Read an ONNX file and return it with every product of a float and a widened int8 weight
    done in integers. A product of another form stays as it is."""
    import onnx

    model = onnx.load(str(path))
    graph = model.graph
    maker = {output: node for node in graph.node for output in node.output}
    nodes: list[NodeProto] = []
    for node in graph.node:
        weight = _widened(node, maker, graph) if node.op_type == "MatMul" else None
        nodes.extend(_product(node, *weight) if weight else [node])
    del graph.node[:]
    graph.node.extend(nodes)
    data: bytes = model.SerializeToString()
    return data


def _widened(node: "NodeProto", maker: dict[str, "NodeProto"], graph: "GraphProto") -> tuple[str, str] | None:
    """The int8 weight and its scale behind a product's second factor, by name."""
    scaling = maker.get(node.input[1])
    if scaling is None or scaling.op_type != "Mul":
        return None
    for value, scale in (scaling.input, reversed(scaling.input)):
        cast = maker.get(value)
        stored = {i.name: i for i in graph.initializer}
        if cast is None or cast.op_type != "Cast" or cast.input[0] not in stored or scale not in stored:
            continue
        if stored[cast.input[0]].data_type == INT8:
            return cast.input[0], scale
    return None


# onnx.TensorProto.INT8 and FLOAT
INT8, FLOAT = 3, 1


def _product(node: "NodeProto", weight: str, scale: str) -> list["NodeProto"]:
    from onnx import helper

    source, name = node.input[0], node.output[0]
    quantised, step, zero = f"{name}/quantised", f"{name}/step", f"{name}/zero"
    return [
        helper.make_node("DynamicQuantizeLinear", [source], [quantised, step, zero]),
        helper.make_node("MatMulInteger", [quantised, weight, zero], [f"{name}/integer"]),
        helper.make_node("Cast", [f"{name}/integer"], [f"{name}/float"], to=FLOAT),
        helper.make_node("Mul", [step, scale], [f"{name}/scale"]),
        helper.make_node("Mul", [f"{name}/float", f"{name}/scale"], [name]),
    ]
