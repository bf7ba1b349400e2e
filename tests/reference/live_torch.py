#!/usr/bin/python3
"""Trains with PyTorch itself and compares every step with `downhill --print`.

Usage: live_torch.py PROGRAM. Exits with 77 (skipped) where PyTorch is not installed. Runs on given
points are left out, which is said, where the program does not read any.
"""
import pathlib
import subprocess
import sys
import tempfile
import typing

try:
    import torch
except ImportError:
    print("skipped: python3-torch is not installed")
    sys.exit(77)

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "assets" / "samples"
RELATIVE = 1e-9
ROUNDING = 1e-13  # of the largest in a column, for a weight that passes by zero

LOSSES = {
    "mean": torch.nn.MSELoss(),
    "half": lambda predictions, y: 0.5 * torch.nn.functional.mse_loss(predictions, y),
    "sum": torch.nn.MSELoss(reduction="sum"),
}


class Case(typing.NamedTuple):
    """What is trained: options for both."""

    rates: dict  # the learning rate, by the step from which on it is
    optimizer: str = "gd"
    settings: dict = {}
    batch: int = 0
    steps: int = 100
    start: tuple = (-1.0, 1.0)
    seed: int = 3
    points: int = 100  # drawn,
    drawn: list = []  # with these options,
    file: pathlib.Path = None  # unless they are read from here
    standardize: bool = False
    loss: str = "mean"
    within: float = RELATIVE  # how near the rows are to be, relative to PyTorch's


OPTIMIZERS = [
    ("gd", {}, {0: 0.1}),
    ("gd", {"weight-decay": 0.05}, {0: 0.3, 40: 0.02, 90: 0.005}),
    ("momentum", {"momentum": 0.8}, {0: 0.04, 60: 0.01}),
    ("nesterov", {"momentum": 0.95, "weight-decay": 0.01}, {0: 0.02}),
    ("adagrad", {"eps": 1e-6, "weight-decay": 0.1}, {0: 0.7}),
    ("rmsprop", {"alpha": 0.9, "eps": 0.1}, {0: 0.05, 30: 0.01}),
    ("adam", {"beta1": 0.8, "beta2": 0.95, "eps": 1e-3}, {0: 0.2}),
    ("adam", {"weight-decay": 0.2}, {0: 0.1, 50: 0.01}),
    ("adamw", {}, {0: 0.1}),
    ("adamw", {"beta1": 0.8, "eps": 1e-3, "weight-decay": 0.3}, {0: 0.2, 50: 0.01}),
]
CASES = [
    Case(rates, optimizer, settings, batch, steps, start, seed, points)
    for seed, points, steps, start in [(3, 100, 150, (-1.0, 1.0)), (99, 57, 120, (4.0, -2.5))]
    for batch in (0, 10, 33)
    for optimizer, settings, rates in OPTIMIZERS
]

# With a small eps RMSprop and Adam divide what is left of the gradient, weight decay included, by
# its own size, so that its digits matter however small it is. PyTorch's gradient, a sum of as many
# residuals as there are points, has an error of about 1e-16; downhill's is within 1e-13 of itself
# (see test_exact_gradient.c). Runs agree until so little is left that PyTorch's rounding shows in
# its digits. That is soon in long runs, but it is not downhill's: in the first run here, 100 rows
# made with the gradient in exact fractions are downhill's but for their last digit, while
# PyTorch's are up to 5e-10 away from both.
CASES += [
    Case(
        {0: rate},
        optimizer,
        settings,
        steps=steps,
        start=(5.0, -5.0),
        seed=9223372036854775807,
        points=4038,
        drawn=["--true", "1.04,-4.0", "--noise", "0.1"],
        within=within,
    )
    for steps, optimizer, settings, rate, within in [
        (100, "rmsprop", {"alpha": 0.9, "eps": 1e-6, "weight-decay": 1e-4}, 0.2258, 1e-8),
        (150, "adam", {"beta1": 0.5, "beta2": 0.9, "eps": 1e-6, "weight-decay": 1e-3}, 0.2, 1e-9),
    ]
]
CASES.append(
    Case(
        {0: 0.1},
        "rmsprop",
        {"alpha": 0.9, "eps": 1e-6, "weight-decay": 1e-3},
        steps=500,
        points=1000,
    )
)

# The other losses, and x standardized. The sum is a hundred times as steep.
CASES += [
    Case(
        {step: rate / (100.0 if loss == "sum" and optimizer == "gd" else 1.0)},
        optimizer,
        settings,
        batch,
        standardize=standardize,
        loss=loss,
    )
    for standardize in (False, True)
    for loss in LOSSES
    for batch in (0, 33)
    for optimizer, settings, step, rate in [("gd", {}, 0, 0.3), ("adam", {"eps": 1e-3}, 0, 0.2)]
]


def curvature(x, standardize, loss):
    """How much the loss curves at most: the greatest eigenvalue of its second derivatives."""
    design = design_of(standardized(x) if standardize else x)
    weights = torch.zeros(2, dtype=torch.float64)
    hessian = torch.autograd.functional.hessian(
        lambda w: LOSSES[loss](design @ w, torch.zeros_like(x)), weights
    )
    return torch.linalg.eigvalsh(hessian)[-1].item()


def given_cases(file):
    """Rates as steep as the points are: gradient descent does not diverge on any."""
    x, _ = read_points(file)
    for standardize in (False, True):
        for loss in LOSSES:
            rate = 1.0 / curvature(x, standardize, loss)
            for optimizer, settings, rates, batch in [
                ("gd", {}, {0: rate}, 0),
                ("gd", {}, {0: 0.3 * rate, 20: 0.1 * rate}, 4),
                ("nesterov", {"momentum": 0.5}, {0: 0.3 * rate}, 0),
                ("adam", {"eps": 1e-3}, {0: 0.1}, 0),
                ("adam", {"eps": 1e-3}, {0: 0.1}, 4),
            ]:
                yield Case(
                    rates,
                    optimizer,
                    settings,
                    batch,
                    steps=60,
                    file=file,
                    standardize=standardize,
                    loss=loss,
                )


def write_points(folder):
    """Points of every size, and far from zero: 32 on a grid, so that PyTorch's mean of x is exact,
    as downhill's is."""
    torch.manual_seed(1)
    x = torch.randint(1024, (32,)).double() / 1024
    y = 3.0 * x + torch.rand(32, dtype=torch.float64)
    for name, xs, ys in [
        ("tiny", 1e-9 * x, y),
        ("huge", 1e9 * x, 1e9 * y),
        ("far", 1e6 + x, y),
        ("equal", 0.5 + 0.0 * x, y),
        ("one", x[:1], y[:1]),
    ]:
        file = pathlib.Path(folder) / (name + ".csv")
        lines = [f"{a!r},{b!r}\n" for a, b in zip(xs.tolist(), ys.tolist())]
        file.write_text("x,y\n" + "".join(lines))
        yield file


def make_optimizer(name, weights, rate, settings):
    decay = settings.get("weight-decay", 0.0)
    if name in ("gd", "momentum", "nesterov"):
        return torch.optim.SGD(
            [weights],
            lr=rate,
            momentum=settings.get("momentum", 0.0),
            nesterov=name == "nesterov",
            weight_decay=decay,
        )
    if name == "adagrad":
        return torch.optim.Adagrad([weights], lr=rate, eps=settings["eps"], weight_decay=decay)
    if name == "rmsprop":
        return torch.optim.RMSprop(
            [weights], lr=rate, alpha=settings["alpha"], eps=settings["eps"], weight_decay=decay
        )
    adam = torch.optim.AdamW if name == "adamw" else torch.optim.Adam
    return adam(
        [weights],
        lr=rate,
        betas=(settings.get("beta1", 0.9), settings.get("beta2", 0.999)),
        eps=settings.get("eps", 1e-8),
        weight_decay=settings.get("weight-decay", 0.01 if name == "adamw" else 0.0),
    )


def batches(points, batch):
    """The points of update after update: randperm(n).split(batch), epoch after epoch."""
    while True:
        if batch == 0:
            yield slice(None)
        else:
            yield from torch.randperm(points).split(batch)


def standardized(x):
    """As scikit-learn's StandardScaler: where all are equal, their mean alone is taken off."""
    return (x - x.mean()) / (x.std(unbiased=False).item() or 1.0)


def design_of(x):
    return torch.stack([x, torch.ones_like(x)], dim=1)


def train(x, y, case):
    """The rows of a run; mini-batches come from the generator as it is."""
    weights = torch.tensor(case.start, dtype=torch.float64, requires_grad=True)
    trainer = make_optimizer(case.optimizer, weights, case.rates[0], case.settings)
    design = design_of(standardized(x) if case.standardize else x)

    def loss_over(points):
        return LOSSES[case.loss](design[points] @ weights, y[points])

    rows, source = [], batches(len(x), case.batch)
    for step in range(case.steps + 1):
        rows.append(weights.tolist() + [loss_over(slice(None)).item()])
        trainer.param_groups[0]["lr"] = case.rates.get(step, trainer.param_groups[0]["lr"])
        trainer.zero_grad()
        loss_over(next(source)).backward()
        trainer.step()
    return rows


def numbers(text):
    return [[float(number) for number in line.split(",")] for line in text.splitlines()[1:]]


def read_csv(arguments):
    return numbers(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)


def read_points(file):
    return torch.tensor(numbers(file.read_text()), dtype=torch.float64).T


def points_of(program, case):
    """The options for them, and the points; the generator is left as the batches find it."""
    torch.manual_seed(case.seed)
    if case.file:
        return ["--seed", str(case.seed), "--data", str(case.file)], *read_points(case.file)
    options = ["--seed", str(case.seed), "--points", str(case.points)] + case.drawn
    x = torch.empty(case.points).uniform_(-1, 1)
    torch.empty(case.points).uniform_(0, 1)  # the noise
    drawn = torch.tensor(read_csv([program, "--print-data"] + options), dtype=torch.float32)
    assert torch.equal(drawn[:, 0], x), "the points are others"
    return options, x.double(), drawn[:, 1].double()


def compare(program, case):
    line, x, y = points_of(program, case)
    rows = train(x, y, case)
    schedule = ",".join(str(r) if s == 0 else f"{s}:{r}" for s, r in case.rates.items())
    line = [program, "--print"] + line + ["--init", f"{case.start[0]},{case.start[1]}"]
    line += ["--steps", str(case.steps), "--optimizer", case.optimizer]
    line += ["--batch", str(case.batch), "--lr", schedule, "--loss", case.loss]
    line += ["--standardize"] if case.standardize else []
    for name, value in case.settings.items():
        line += ["--" + name, str(value)]
    printed = read_csv(line)
    if len(printed) != len(rows):
        return f"{len(printed)} rows, not {len(rows)}: {' '.join(line)}"
    rounding = [ROUNDING * max(abs(number) for number in column) for column in zip(*rows)]
    for expected, (step, *actual) in zip(rows, printed):
        for wanted, got, error in zip(expected, actual, rounding, strict=True):
            if not abs(got - wanted) <= case.within * abs(wanted) + error:
                return f"step {step:.0f}: {got!r} is not PyTorch's {wanted!r}: {' '.join(line)}"
    return None


def reads_points(program):
    text = subprocess.run([program, "--help"], check=True, capture_output=True, text=True).stdout
    return "--data " in text


def main():
    program, cases = sys.argv[1], list(CASES)
    with tempfile.TemporaryDirectory() as folder:
        if reads_points(program):
            for file in [*sorted(SAMPLES.glob("*.csv")), *write_points(folder)]:
                cases += given_cases(file)
        else:
            print("skipped: runs on given points, because the program has no --data")
        failures = [failure for case in cases if (failure := compare(program, case))]
    print("\n".join(failures))
    print(f"{len(cases) - len(failures)} of {len(cases)} runs are PyTorch's")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
