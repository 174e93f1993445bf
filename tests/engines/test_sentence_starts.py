"""Where the parser begins sentences: never within a name, a headline or a clause of invented reports."""

import pytest

from crosswire.engines.spacy_parser import load_pipeline

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The plan drew fire from Sens. Ann Lee of Orsk and Piet Vos of Tarn.", 1),
        ("Marine Corps Brig. Gen. Ann Lee said that the yard is shut.", 1),
        ("The yard passed H. Res. 601, which names the clerk.", 1),
        ("He works for Air Guard Capt. Chelo Orr. The yard pays him.", 2),
        ("Harbour Revokes Lee Order Barring Crews Who Cannot Swim", 1),
        ("Delta Court Hints It Will Hear The Yard’s Appeal After Vote", 1),
        ("“What the devil do you do all the time?” he asked.", 1),
        ("There are many of them and I think we just need to work our way through the list.", 1),
        ("The yard is shut. Its clerk has left.", 2),
        ("Is the yard shut? Nobody knows.", 2),
        ("The ferry sank off Orsk in the morning. St. Mary’s Hospital took in the crew.", 2),
    ],
)
def test_how_many_sentences(text: str, count: int) -> None:
    assert len(list(load_pipeline()(text).sents)) == count
