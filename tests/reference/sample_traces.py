#!/usr/bin/python3
"""Trains on two of the samples with PyTorch and writes the runs beside this file, in float64.

Usage: sample_traces.py. test_reference.c has the same settings.
"""
import pathlib
import sys

sys.dont_write_bytecode = True
from live_torch import SAMPLES, Case, read_points, torch, train  # noqa: E402

# Of gradient descent: the learning rate for each loss, on x as it is and on standardized x.
RATES = {
    "cars": {
        False: {"mean": 0.003, "half": 0.005, "sum": 0.00003},
        True: {"mean": 0.3, "half": 1.5, "sum": 0.004},
    },
    "faithful": {
        False: {"mean": 0.05, "half": 0.12, "sum": 0.0002},
        True: {"mean": 0.2, "half": 0.9, "sum": 0.003},
    },
}
STEPS = 40

RUNS = {
    f"gd_{sample}{'_standardized' if standardize else ''}_{loss}": (
        sample,
        Case({0: rate}, standardize=standardize, loss=loss),
    )
    for sample, by_scaling in RATES.items()
    for standardize, by_loss in by_scaling.items()
    for loss, rate in by_loss.items()
}
RUNS["adam_cars_mean"] = "cars", Case({0: 0.5}, "adam")
RUNS["adam_faithful_standardized_half"] = (
    "faithful",
    Case({0: 2.0}, "adam", standardize=True, loss="half"),
)
RUNS["minibatch64_faithful_half"] = "faithful", Case({0: 0.05}, batch=64, seed=5, loss="half")
RUNS["minibatch8_cars_standardized_mean"] = (
    "cars",
    Case({0: 0.1}, batch=8, seed=42, standardize=True),
)
RUNS["minibatch8_cars_standardized_sum"] = (
    "cars",
    Case({0: 0.02}, batch=8, seed=4261750215, standardize=True, loss="sum"),
)


def main():
    for name, (sample, case) in RUNS.items():
        torch.manual_seed(case.seed)
        rows = train(*read_points(SAMPLES / f"{sample}.csv"), case._replace(steps=STEPS))
        lines = [f"{step},{a:.17g},{b:.17g},{c:.17g}\n" for step, (a, b, c) in enumerate(rows)]
        file = pathlib.Path(__file__).with_name(name + ".csv")
        file.write_text("step,slope,intercept,loss\n" + "".join(lines))


if __name__ == "__main__":
    main()
