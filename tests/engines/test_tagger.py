"""The tagger itself: windows, determinism, and its scores on a sample of PolNeAR's dev part."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import polnear
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.engines.tagger import SpeechReader, has_tagger
from crosswire.engines.tagger_input import windows
from crosswire.pipeline import default_reader
from crosswire.settings import Settings
from tagger.scoring import ratios


@given(st.lists(st.integers(1, 90), min_size=1, max_size=30), st.integers(8, 64), st.integers(0, 40))
def test_every_piece_is_in_one_core_and_no_window_is_longer_than_it_may_be(sizes, core, context):
    starts = (0, *itertools.accumulate(sizes))
    cut = windows(starts, core, context)
    assert [w.begin for w in cut] == [0, *(w.end for w in cut[:-1])]
    assert cut[-1].end == starts[-1]
    assert all(w.first <= w.begin < w.end <= w.last and w.last - w.first <= core + 2 * context for w in cut)


def test_rules_alone_when_asked_for():
    assert not isinstance(default_reader(Settings(tagger=False)), SpeechReader)


@pytest.mark.models
@pytest.mark.corpora
@pytest.mark.skipif(polnear.corpus() is None, reason="no PolNeAR: set CROSSWIRE_CORPORA")
@pytest.mark.skipif(not has_tagger(), reason="the tagger's weights are not installed")
def test_sample_of_dev_articles():
    """Every twelfth dev article; the floors leave room for so small a sample (tests/floors.toml has all)."""
    articles = list(polnear.read(polnear.corpus() / "dev", SpacyParser(), every=12))
    reader = SpeechReader()
    first = [reader.read(a, p).utterances for a, p, _ in articles[:2]]
    assert first == [SpeechReader().read(a, p).utterances for a, p, _ in articles[:2]]
    counts = polnear.measure(articles, polnear.systems(reader)["tagger alone"])
    assert ratios(counts, "source")[2] >= 0.75
    assert ratios(counts, "cue")[2] >= 0.68
    assert ratios(counts, "content")[2] >= 0.55
    assert ratios(counts, "content_words")[2] >= 0.86
