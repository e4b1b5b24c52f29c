#!/usr/bin/env python3
"""Makes small files of TransNAS-Bench-101's format, and what torch.load answers for them.

    python3 make_fixtures.py                 writes the fixtures and golden.json beside this script
    python3 make_fixtures.py --full PATH     writes one file of the full size (about 120 MB) instead

Needs PyTorch and NumPy. The numbers are random: only the schema is the benchmark's. All fixtures hold the same numbers,
which single precision represents exactly, so that one golden file serves every way of writing them.
"""
import argparse
import io
import json
import math
import pathlib
import pickle
import random
import zipfile

import numpy
import torch

TASKS = {
    "class_scene": (25, "top1 top5 loss"),
    "class_object": (25, "top1 top5 loss"),
    "room_layout": (25, "loss neg_loss"),
    "jigsaw": (10, "top1 top5 loss"),
    "segmentsemantic": (30, "loss acc mIoU"),
    "normal": (30, "ssim l1_loss"),
    "autoencoder": (30, "ssim l1_loss"),
}
INFO_NAMES = ["inference_time", "encoder_params", "model_params", "model_FLOPs", "encoder_FLOPs"]


def metric_names(task):
    names = [f"{part}_{metric}" for part in ("train", "valid", "test") for metric in TASKS[task][1].split()]
    return names + ["time_elapsed"]


def single(value):
    """The double that single precision would make of it."""
    return float(numpy.float32(value))


def result(rng, task, epochs, convert):
    metrics = {name: [single(rng.uniform(0, 100)) for _ in range(epochs)] for name in metric_names(task)}
    if task == "room_layout":
        for part in ("train", "valid", "test"):
            metrics[f"{part}_neg_loss"] = [-value for value in metrics[f"{part}_loss"]]
    info = {name: rng.randrange(1 << 24) if "params" in name else single(rng.uniform(0, 1000)) for name in INFO_NAMES}
    return {
        "total_epochs": epochs,
        "model_info": {name: value for name, value in info.items()},
        "metrics": {name: convert(curve) for name, curve in metrics.items()},
    }


def database(architectures, epochs_of, convert=list, seed=1):
    rng = random.Random(seed)
    data = {
        space: {arch: {task: result(rng, task, epochs_of(task), convert) for task in TASKS} for arch in names}
        for space, names in architectures.items()
    }
    return {
        "metrics_dict": {task: metric_names(task) for task in TASKS},
        "info_names": INFO_NAMES,
        "task_list": list(TASKS),
        "data": data,
    }


def small(convert=list):
    architectures = {
        "macro": ["64-4111-basic", "64-1234-basic"],
        "micro": ["64-41414-0_00_000", "64-41414-1_02_333"],
    }
    db = database(architectures, lambda task: 3 if task == "jigsaw" else 2, convert)
    # A training that diverged, one list in two places, and architectures that lack tasks.
    db["data"]["micro"]["64-41414-0_00_000"]["jigsaw"]["metrics"]["train_loss"] = convert([1.0, math.inf, math.nan])
    scene = db["data"]["micro"]["64-41414-1_02_333"]["class_scene"]["metrics"]
    scene["test_top1"] = scene["valid_top1"]
    for task in ("class_object", "segmentsemantic", "normal", "autoencoder"):
        del db["data"]["macro"]["64-1234-basic"][task]
        del db["data"]["micro"]["64-41414-1_02_333"][task]
    return db


def reordered(value):
    if isinstance(value, dict):
        return {key: reordered(value[key]) for key in reversed(list(value))}
    return value


def saved(db, is_zip, protocol=2):
    buffer = io.BytesIO()
    torch.save(db, buffer, pickle_protocol=protocol, _use_new_zipfile_serialization=is_zip)
    return buffer.getvalue()


def deflated(content, old=b"", new=b""):
    """The archive as other programs pack it: compressed; with some bytes of its entries replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = source.read(name)
            target.writestr(name, entry.replace(old, new) if old else entry)
    return buffer.getvalue()


def scalars(kind):
    return lambda curve: [kind(value) for value in curve]


def arrays(kind):
    return lambda curve: numpy.array(curve, dtype=kind)


class Views:
    """Tensors that are views of few storages, so that offsets and shared storages occur."""

    def __init__(self):
        self.base, self.used = None, 0

    def __call__(self, curve):
        if self.base is None or self.used + len(curve) > len(self.base):
            self.base, self.used = torch.zeros(200), 0
        view = self.base[self.used : self.used + len(curve)]
        self.used += len(curve)
        view[:] = torch.tensor(curve)
        return view


def fixtures():
    db = small()
    yield "zip-lists", saved(db, True)
    yield "legacy-lists", saved(db, False)
    yield "zip-deflated", deflated(saved(small(scalars(numpy.float64)), True))
    yield "zip-reordered", deflated(saved(reordered(db), True))
    for protocol in (0, 4):
        yield f"legacy-protocol{protocol}", saved(db, False, protocol)
    yield "pickle-protocol5", pickle.dumps(db, protocol=5)
    yield "zip-scalars-float32", deflated(saved(small(scalars(numpy.float32)), True))
    yield "zip-scalars-protocol0", deflated(saved(small(scalars(numpy.float64)), True, 0))
    yield "zip-scalars-protocol4", deflated(saved(small(scalars(numpy.float64)), True, 4))
    yield "zip-arrays", deflated(saved(small(arrays("<f8")), True))
    yield "zip-arrays-numpy2", deflated(saved(small(arrays("<f4")), True), b"numpy.core", b"numpy._core")
    yield "zip-arrays-big-endian", deflated(saved(small(arrays(">f4")), True))
    yield "zip-arrays-protocol5", deflated(saved(small(arrays("<f8")), True, 5))
    yield "zip-tensors", deflated(saved(small(Views()), True))
    yield "legacy-tensors", saved(small(Views()), False)
    views = Views()
    yield "zip-scalar-tensors", deflated(saved(small(lambda curve: list(views(curve))), True))


def plain(value):
    """What a file says, without NumPy and PyTorch; in JSON, numbers that are not finite are text."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, numpy.ndarray)) or (torch.is_tensor(value) and value.dim() > 0):
        return [plain(item) for item in value]
    if isinstance(value, str):
        return value
    number = float(value)
    return number if math.isfinite(number) else str(number)


def load(name, content):
    if name.startswith("pickle"):
        return pickle.loads(content)
    if name.endswith("numpy2"):
        return None  # Only NumPy 2 can load it; the bytes are those of NumPy 1 but for the module's name.
    return torch.load(io.BytesIO(content))


def write_fixtures(folder):
    golden = None
    for name, content in fixtures():
        (folder / f"{name}.pth").write_bytes(content)
        loaded = load(name, content)
        if loaded is None:
            continue
        answer = plain(loaded)
        assert golden is None or answer == golden, name
        golden = answer if golden is None else golden
    (folder / "golden.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")


def full(path):
    cells = [f"64-41414-{i // 1024}_{i // 256 % 4}{i // 64 % 4}_{i // 16 % 4}{i // 4 % 4}{i % 4}" for i in range(4096)]
    macro = [f"64-{i}-basic" for i in range(1111, 1111 + 3256)]
    db = database({"macro": macro, "micro": cells}, lambda task: TASKS[task][0])
    torch.save(db, path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", metavar="PATH", help="write a file of the full size there, and nothing else")
    arguments = parser.parse_args()
    if arguments.full:
        full(arguments.full)
    else:
        write_fixtures(pathlib.Path(__file__).parent)
