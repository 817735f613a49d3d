"""The named statistics, each a pure function of counts over the whole scale, zeros kept.

Results are exact fractions, so that band edges compare exactly; None means *not defined*,
which is never the same as zero.
"""

from scoring.measures.alpha import Metric, alpha_from_counts, krippendorff_alpha
from scoring.measures.between import Decomposition, Shape, decompose, distance, earth_movers_distance, gap, shape
from scoring.measures.chance import chance_of_medians, chance_within
from scoring.measures.counts import Counts
from scoring.measures.nominal import fleiss_agreement, modes, pairwise_agreement
from scoring.measures.within import average_deviation, median, middles, ordinal_variation

__all__ = [
    "Counts",
    "Decomposition",
    "Metric",
    "Shape",
    "alpha_from_counts",
    "average_deviation",
    "chance_of_medians",
    "chance_within",
    "decompose",
    "distance",
    "earth_movers_distance",
    "fleiss_agreement",
    "gap",
    "krippendorff_alpha",
    "median",
    "middles",
    "modes",
    "ordinal_variation",
    "pairwise_agreement",
    "shape",
]
