"""Learning spam from what people sorted: logistic regression over features (scikit-learn).

Runs as a program of its own (`python -m promisedesk.lib.spam_training`, JSON in, JSON out):
the library is large, is needed for seconds, and gives its memory back by ending. What comes
out is plain numbers, no pickle. scikit-learn is the optional extra `learn`.
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from typing import Any

LEAST_SPAM, LEAST_HAM = 10, 20  # with fewer examples nothing is learned
SUREST = 0.9  # never called spam below, however well the examples part
MARGIN = 0.05  # above the most suspicious good mail
MOST_WRONG = 0.002  # of the good mails, when each is judged by what was learned of others
FOLDS = 5
MOST_FEATURES = 20_000


def is_possible() -> bool:
    """Whether the library is installed."""
    return find_spec("sklearn") is not None


def train(samples: list[tuple[list[str], bool]]) -> dict[str, Any]:
    """`{weights, bias, threshold, spam, ham, caught, wrong}` of features and whether it is spam.

    `caught` and `wrong` are the shares of spam and of good mail called spam when each example
    is judged by what was learned of the others. Raises ValueError with too few examples.
    """
    import numpy
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import Normalizer

    labels = numpy.array([is_spam for _found, is_spam in samples])
    if labels.sum() < LEAST_SPAM or (~labels).sum() < LEAST_HAM:
        raise ValueError("too few examples")
    documents = [found for found, _is_spam in samples]
    pipeline = make_pipeline(
        CountVectorizer(analyzer=_as_it_is, binary=True, min_df=2, max_features=MOST_FEATURES),
        Normalizer(),
        LogisticRegression(C=30.0, class_weight="balanced", solver="liblinear", random_state=1),
    )
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    judged = cross_val_predict(pipeline, documents, labels, cv=folds, method="predict_proba")[:, 1]
    threshold = _threshold(sorted(judged[~labels].tolist(), reverse=True))
    pipeline.fit(documents, labels)
    words = pipeline[0].get_feature_names_out()
    model = pipeline[-1]
    return {
        "weights": {
            str(word): round(float(weight), 3)
            for word, weight in zip(words, model.coef_[0], strict=True)
            if abs(weight) >= 0.001  # less says nothing
        },
        "bias": round(float(model.intercept_[0]), 4),
        "threshold": threshold,
        "spam": int(labels.sum()),
        "ham": int((~labels).sum()),
        "caught": float((judged[labels] >= threshold).mean()),
        "wrong": float((judged[~labels] >= threshold).mean()),
    }


def _threshold(good: list[float]) -> float:
    """Above the most suspicious good mails; some may have been sorted wrongly by people."""
    spared = int(len(good) * MOST_WRONG)
    return round(min(0.999, max(SUREST, good[spared] + MARGIN)), 4)


def _as_it_is(found: list[str]) -> list[str]:
    return found


if __name__ == "__main__":
    json.dump(train(json.load(sys.stdin)), sys.stdout)
