#!/usr/bin/env python3
"""Measures fashion-micro.csv: small cells of the TransNAS micro space, really trained on Fashion-MNIST.

measure_fashion_micro.py IDX_FOLDER OUTPUT.csv [--count 400] [--seed 1]

IDX_FOLDER holds Fashion-MNIST's train-images-idx3-ubyte and train-labels-idx1-ubyte, gzipped or not. Networks are distinct:
their texts are canonical forms. A run that was interrupted goes on where it stopped. Needs PyTorch; one thread.
"""
import argparse
import csv
import gzip
import os
import random

import numpy
import torch
from torch import nn
from torch.nn import functional

EDGES = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
PATHS = [(3,), (0, 4), (1, 5), (0, 2, 5)]
MACRO = "41414"
BASE_CHANNELS = 8
TRAIN, VALIDATION, BATCH, EPOCHS, WARM_UP = 2048, 2000, 64, 3, 10
LEARNING_RATE, WEIGHT_DECAY = 0.1, 5e-4
TASKS = {"fashion_class": 10, "fashion_rotation": 4}


def canonical(cell):
    """Dead edges are none; nodes 1 and 2 in the order that gives the smaller text, where no edge joins them."""
    alive = {edge for path in PATHS if all(cell[edge] for edge in path) for edge in path}
    cell = [operation if edge in alive else 0 for edge, operation in enumerate(cell)]
    return cell if cell[2] else min(cell, [cell[1], cell[0], 0, cell[3], cell[5], cell[4]])


def text(cell):
    a, b, c, d, e, f = cell
    return f"64-{MACRO}-{a}_{b}{c}_{d}{e}{f}"


class FactorizedReduce(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.even = nn.Conv2d(inputs, outputs // 2, 1, 2, bias=False)
        self.odd = nn.Conv2d(inputs, outputs // 2, 1, 2, bias=False)
        self.norm = nn.BatchNorm2d(outputs)

    def forward(self, x):
        x = functional.relu(x)
        shifted = functional.pad(x[:, :, 1:, 1:], (0, 1, 0, 1))
        return self.norm(torch.cat([self.even(x), self.odd(shifted)], 1))


def operation(kind, inputs, outputs, stride):
    if kind == 1:
        return nn.Identity() if stride == 1 and inputs == outputs else FactorizedReduce(inputs, outputs)
    kernel = 1 if kind == 2 else 3
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(nn.ReLU(), convolution, nn.BatchNorm2d(outputs))


class Cell(nn.Module):
    def __init__(self, cell, inputs, outputs, stride):
        super().__init__()
        self.outputs, self.stride = outputs, stride
        self.edges = nn.ModuleDict({
            str(edge): operation(kind, inputs if EDGES[edge][0] == 0 else outputs, outputs, stride if EDGES[edge][0] == 0 else 1)
            for edge, kind in enumerate(cell) if kind})

    def forward(self, x):
        nodes = [x, None, None, None]
        for edge, (source, target) in enumerate(EDGES):
            if str(edge) in self.edges and nodes[source] is not None:
                part = self.edges[str(edge)](nodes[source])
                nodes[target] = part if nodes[target] is None else nodes[target] + part
        if nodes[3] is None:
            nodes[3] = x.new_zeros(x.shape[0], self.outputs, x.shape[2] // self.stride, x.shape[3] // self.stride)
        return nodes[3]


class Network(nn.Module):
    def __init__(self, cell, outputs):
        super().__init__()
        channels = BASE_CHANNELS
        layers = [nn.Conv2d(3, channels // 2, 3, 2, 1, bias=False), nn.BatchNorm2d(channels // 2), nn.ReLU(),
                  nn.Conv2d(channels // 2, channels, 3, 2, 1, bias=False), nn.BatchNorm2d(channels)]
        for module in MACRO:
            wider, stride = (channels * 2, 2) if module == "4" else (channels, 1)
            layers += [Cell(cell, channels, wider, stride), Cell(cell, wider, wider, 1)]
            channels = wider
        self.body = nn.Sequential(*layers)
        self.head = nn.Linear(channels, outputs)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")

    def forward(self, x):
        return self.head(self.body(x).mean((2, 3)))


def read_idx(folder, name):
    for path, opener in ((os.path.join(folder, name), open), (os.path.join(folder, name + ".gz"), gzip.open)):
        if os.path.exists(path):
            with opener(path, "rb") as file:
                data = file.read()
            dimensions = data[3]
            shape = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(dimensions)]
            return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * dimensions).reshape(shape)
    raise SystemExit(f"{folder}: has no {name}, gzipped or not")


def load(folder, task, seed):
    """Training and validation images (n, 3, 32, 32) with labels, drawn without overlap."""
    images, labels = read_idx(folder, "train-images-idx3-ubyte"), read_idx(folder, "train-labels-idx1-ubyte")
    order = numpy.random.RandomState(seed).permutation(len(images))[:TRAIN + VALIDATION]
    x = torch.from_numpy(images[order].astype(numpy.float32) / 255)
    x = functional.pad((x - 0.286) / 0.353, (2, 2, 2, 2))
    y = torch.from_numpy(labels[order].astype(numpy.int64))
    if task == "fashion_rotation":
        y = torch.from_numpy(numpy.random.RandomState(seed + 1).randint(0, 4, len(x)))
        x = torch.stack([torch.rot90(image, int(turns)) for image, turns in zip(x, y)])
    x = x[:, None].expand(-1, 3, -1, -1).contiguous(memory_format=torch.channels_last)
    return x[:TRAIN], y[:TRAIN], x[TRAIN:], y[TRAIN:]


def accuracy(cell, task, data, seed):
    torch.manual_seed(seed)
    x, y, x_validation, y_validation = data
    network = Network(cell, TASKS[task]).to(memory_format=torch.channels_last)
    optimizer = torch.optim.SGD(network.parameters(), LEARNING_RATE, momentum=0.9, nesterov=True, weight_decay=WEIGHT_DECAY)
    steps = EPOCHS * (TRAIN // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(
        (step + 1) / WARM_UP, 0.5 * (1 + numpy.cos(numpy.pi * step / steps))))
    for _ in range(EPOCHS):
        for batch in torch.randperm(TRAIN).split(BATCH):
            optimizer.zero_grad()
            functional.cross_entropy(network(x[batch]), y[batch]).backward()
            optimizer.step()
            schedule.step()
    network.eval()
    with torch.no_grad():
        hits = sum(int((network(x_validation[part]).argmax(1) == y_validation[part]).sum())
                   for part in torch.arange(VALIDATION).split(500))
    return 100 * hits / VALIDATION


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("output")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)

    draw, cells = random.Random(arguments.seed), {}
    while len(cells) < arguments.count:
        cell = canonical([draw.randrange(4) for _ in EDGES])
        cells[text(cell)] = cell

    done = {}
    if os.path.exists(arguments.output):
        with open(arguments.output, newline="") as file:
            done = {row["arch"]: row for row in csv.DictReader(file)}
    data = {task: load(arguments.folder, task, arguments.seed) for task in TASKS}
    for place, (name, cell) in enumerate(cells.items()):
        if name not in done:
            done[name] = {"arch": name, **{task: f"{accuracy(cell, task, data[task], arguments.seed + place):.2f}" for task in TASKS}}
            with open(arguments.output + ".tmp", "w", newline="") as file:
                writer = csv.DictWriter(file, ["arch", *TASKS], lineterminator="\n")
                writer.writeheader()
                writer.writerows(done[key] for key in sorted(done))
            os.replace(arguments.output + ".tmp", arguments.output)


main()
