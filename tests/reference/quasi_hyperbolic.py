#!/usr/bin/env python3
"""QHM and QHAdam by the formulas of their paper: J. Ma and D. Yarats, "Quasi-hyperbolic
momentum and Adam for deep learning", ICLR 2019.

quasi_hyperbolic.py PROGRAM compares every step with `downhill --print`.
quasi_hyperbolic.py qhm|qhadam prints the run that is stored beside this file.
"""
import csv
import math
import pathlib
import struct
import subprocess
import sys

RELATIVE = 1e-9
ROUNDING = 1e-13  # of a weight that passes by zero
DEFAULTS = {
    "qhm": {"beta": 0.999, "nu": 0.7},
    "qhadam": {"nu1": 0.7, "nu2": 1.0, "beta1": 0.995, "beta2": 0.999, "eps": 1e-8},
}
CASES = [
    ("qhm", 0.3, {}),
    ("qhm", 0.5, {"beta": 0.9, "nu": 0.95}),
    ("qhm", 0.2, {"beta": 0.8, "nu": 0.3, "weight-decay": 0.1}),
    ("qhadam", 0.1, {}),
    ("qhadam", 0.05, {"nu1": 0.5, "nu2": 0.9, "beta1": 0.9, "beta2": 0.95, "eps": 0.1}),
    ("qhadam", 0.05, {"nu2": 0.3, "weight-decay": 0.2}),
]


def qhm(g, state, t, rate, beta, nu):
    state["g"] = beta * state.get("g", 0.0) + (1 - beta) * g
    return rate * ((1 - nu) * g + nu * state["g"])


def qhadam(g, state, t, rate, nu1, nu2, beta1, beta2, eps):
    state["g"] = beta1 * state.get("g", 0.0) + (1 - beta1) * g
    state["s"] = beta2 * state.get("s", 0.0) + (1 - beta2) * g**2
    average, square = state["g"] / (1 - beta1**t), state["s"] / (1 - beta2**t)
    return (
        rate * ((1 - nu1) * g + nu1 * average) / (math.sqrt((1 - nu2) * g**2 + nu2 * square) + eps)
    )


def train(points, optimizer, rate, settings, steps=200):
    step_of = {"qhm": qhm, "qhadam": qhadam}[optimizer]
    decay = settings.get("weight-decay", 0.0)
    chosen = DEFAULTS[optimizer] | {k: v for k, v in settings.items() if k != "weight-decay"}
    weights, states, rows = [-1.0, 1.0], [{}, {}], []
    for t in range(1, steps + 2):
        residuals = [y - (weights[0] * x + weights[1]) for x, y in points]
        n = len(points)
        rows.append(weights + [math.fsum(r * r for r in residuals) / n])
        gradient = [
            -2 * math.fsum(r * x for r, (x, _) in zip(residuals, points)) / n,
            -2 * math.fsum(residuals) / n,
        ]
        weights = [
            w - step_of(g + decay * w, state, t, rate, **chosen)
            for w, g, state in zip(weights, gradient, states)
        ]
    return rows


def numbers(lines):
    return [[float(number) for number in row] for row in list(csv.reader(lines))[1:]]


def compare(program, points, optimizer, rate, settings):
    line = [program, "--print", "--seed", "42", "--steps", "200", "--lr", str(rate)]
    line += ["--optimizer", optimizer]
    for name, value in settings.items():
        line += ["--" + name, str(value)]
    text = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    printed, rows = numbers(text.splitlines()), train(points, optimizer, rate, settings)
    if len(printed) != len(rows):
        return f"{len(printed)} rows, not {len(rows)}: {' '.join(line)}"
    for expected, (step, *actual) in zip(rows, printed):
        for wanted, got in zip(expected, actual):
            if not abs(got - wanted) <= RELATIVE * abs(wanted) + ROUNDING:
                return f"step {step:.0f}: {got!r} is not {wanted!r}: {' '.join(line)}"
    return None


def main():
    here = pathlib.Path(__file__).parent
    drawn = numbers((here / "data_seed42_n100.csv").read_text().splitlines())
    points = [struct.unpack("ff", struct.pack("ff", x, y)) for x, y in drawn]  # as float32
    if sys.argv[1] in DEFAULTS:
        rate = next(rate for optimizer, rate, _ in CASES if optimizer == sys.argv[1])
        print("step,slope,intercept,loss")
        for step, row in enumerate(train(points, sys.argv[1], rate, {})):
            print(step, *(f"{number:.17g}" for number in row), sep=",")
        return 0
    failures = [failure for case in CASES if (failure := compare(sys.argv[1], points, *case))]
    print("\n".join(failures))
    print(f"{len(CASES) - len(failures)} of {len(CASES)} runs are the paper's")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
