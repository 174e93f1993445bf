"""A copy adds no weight to the grouping of stories either."""

from dataclasses import replace

import pytest

from crosswire import pipeline, stories
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Article, content_id

pytestmark = pytest.mark.models


def test_a_copy_never_splits_a_story(ferry: tuple[Article, ...]) -> None:
    parser = SpacyParser()
    marked = {a.id: pipeline.mark(a, parser).annotations for a in ferry}
    for original in ferry:
        copy = replace(
            original, id=content_id("article", "a copy of", original.id), source="copied.txt", outlet="Copyist"
        )
        grouped = stories.group((*ferry, copy), marked | {copy.id: replace(marked[original.id], article=copy.id)})
        assert len(grouped) == 1
