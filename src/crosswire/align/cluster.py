"""Links to occurrences: average-link clustering over the links alone."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

# Two groups become one when the mean probability over their pairs of different articles is at
# least JOIN, pairs that were never compared counting as 0. Chosen by leave-one-cluster-out on the
# gold and on stories marked whole (docs/decisions/19-meaning.md): single link chains whole articles together (align F1
# .24 at .5). With vectors that a larger encoder taught (25-a-larger-teacher.md) links are surer, and .34 was both
# cleaner and fuller than .30; with nearness word by word (27-word-by-word.md) .36 was. Since what only perhaps belongs
# is marked (31-perhaps.md), wider groups cost the reader nothing: with .30 there are as many sure claims, as clean.
JOIN = 0.30
# ... but two claims that stand alone begin an occurrence only where they are at least this likely to tell of the same.
# An editor read 458 of the groups that reports shared in ten dossiers: 162 of the 186 whose strongest link was weaker
# than .6 joined nothing, a shared word aside. Links are surer since the layers of meaning: .5 finds more, as clean.
SEED = 0.5


def cluster(
    articles: Sequence[int],
    links: Mapping[tuple[int, int], float],
    join: float = JOIN,
    partners: int | None = None,
    twins: Mapping[int, int] = MappingProxyType({}),
) -> tuple[tuple[int, ...], ...]:
    """Group the items 0..n-1, where ``articles[i]`` is the article of item i and ``links`` holds
    the probability that two items of different articles belong together. Greedy: the strongest
    link first, ties by index. Where no item was compared with more than so many ``partners``, a group that
    is larger can have no more links than that, and its pairs count only so far. Each of the ``twins`` stands
    where another item stands, and its links do not count. Returns every item in exactly one group, groups
    by first item."""
    group = list(range(len(articles)))
    links = {(i, j): score for (i, j), score in links.items() if i not in twins and j not in twins}
    members: dict[int, list[int]] = {i: [i] for i in group if i not in twins}
    held: dict[int, Counter[int]] = {i: Counter({articles[i]: 1}) for i in members}
    weight: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in links.items():
        weight[i][j] = weight[j][i] = score
    refused: dict[tuple[int, int], tuple[int, int]] = {}
    for (i, j), score in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        if score < join:
            break
        a, b = group[i], group[j]
        if a == b or (score < SEED and len(members[a]) == len(members[b]) == 1):
            continue
        sizes = len(members[a]), len(members[b])
        if refused.get((a, b)) == sizes:
            continue
        few, many = (held[a], held[b]) if len(held[a]) <= len(held[b]) else (held[b], held[a])
        pairs = float(sizes[0] * sizes[1] - sum(n * many[k] for k, n in few.items() if k in many))
        if partners is not None:
            pairs *= min(1.0, partners / (sum(sizes) - 1))
        if weight[a].get(b, 0.0) < join * pairs:
            refused[a, b], refused[b, a] = sizes, sizes[::-1]
            continue
        if len(members[a]) < len(members[b]):
            a, b = b, a
        for item in members[b]:
            group[item] = a
        members[a] += members.pop(b)
        held[a] += held.pop(b)
        for other, score_b in weight.pop(b).items():
            del weight[other][b]
            if other != a:
                weight[a][other] = weight[other][a] = weight[a].get(other, 0.0) + score_b
    for item, twin in twins.items():
        members[group[twin]].append(item)
    return tuple(sorted(tuple(sorted(items)) for items in members.values()))
