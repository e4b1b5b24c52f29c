#!/usr/bin/env python3
"""Milliseconds of a training step: surrogate's own beside PyTorch's, for the same networks, in turn.

A step is forward pass, cross-entropy, backward pass and SGD with Nesterov momentum on a batch of 64 pictures of 32 pixels in memory, with
16 base channels and one thread; the figure is the median after three steps to warm up. Needs PyTorch (Debian: python3-torch), a release
build of the command line, and Fashion-MNIST (Debian: dataset-fashion-mnist) for surrogate to train on.

    dotnet build -c Release src/Cli && tools/compare_step_time.py
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

ROOT = pathlib.Path(__file__).resolve().parent.parent
CELLS = ["3_33_333", "1_02_333", "2_13_101"]
BATCH, PIXELS, CHANNELS, STEPS, WARM_UP = 64, 32, 16, 43, 3


class Unit(nn.Module):
    """A convolution and batch normalization, rectified before."""

    def __init__(self, inputs, outputs, kernel, stride, rectifies=True):
        super().__init__()
        self.rectifies = rectifies
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
        self.normalization = nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.normalization(self.convolution(F.relu(x) if self.rectifies else x))


class FactorizedReduce(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs // 2, 1, stride, bias=False)
        self.second = nn.Conv2d(inputs, outputs // 2, 1, stride, bias=False)
        self.normalization = nn.BatchNorm2d(outputs)

    def forward(self, x):
        x = F.relu(x)
        shifted = F.pad(x, (0, 1, 0, 1))[:, :, 1:, 1:]
        return self.normalization(torch.cat([self.first(x), self.second(shifted)], 1))


class Cell(nn.Module):
    SOURCES, TARGETS = [0, 0, 1, 0, 1, 2], [1, 2, 2, 3, 3, 3]

    def __init__(self, operations, inputs, outputs, stride):
        super().__init__()
        self.operations = operations
        self.edges = nn.ModuleList()
        for edge, operation in enumerate(operations):
            channels, step = (inputs, stride) if self.SOURCES[edge] == 0 else (outputs, 1)
            if operation == 0 or (operation == 1 and channels == outputs and step == 1):
                self.edges.append(nn.Identity())
            elif operation == 1:
                self.edges.append(FactorizedReduce(channels, outputs, step))
            else:
                self.edges.append(Unit(channels, outputs, 1 if operation == 2 else 3, step))

    def forward(self, x):
        nodes = [x, None, None, None]
        for target in (1, 2, 3):
            for edge in range(6):
                source = nodes[self.SOURCES[edge]]
                if self.TARGETS[edge] == target and self.operations[edge] != 0 and source is not None:
                    output = self.edges[edge](source)
                    nodes[target] = output if nodes[target] is None else nodes[target] + output
        return nodes[3]


class Network(nn.Module):
    def __init__(self, cell, channels, classes):
        super().__init__()
        operations = [int(digit) for digit in cell if digit != "_"]
        layers = [Unit(3, channels // 2, 3, 2, rectifies=False), Unit(channels // 2, channels, 3, 2)]
        for module in "41414":
            outputs, stride = (2 * channels, 2) if module == "4" else (channels, 1)
            layers += [Cell(operations, channels, outputs, stride), Cell(operations, outputs, outputs, 1)]
            channels = outputs
        self.backbone = nn.Sequential(*layers)
        self.head = nn.Linear(channels, classes)

    def forward(self, x):
        return self.head(self.backbone(x).mean((2, 3)))


def pytorch(cell):
    torch.manual_seed(1)
    network = Network(cell, CHANNELS, 10)
    pictures, classes = torch.randn(BATCH, 3, PIXELS, PIXELS), torch.randint(0, 10, (BATCH,))
    optimizer = torch.optim.SGD(network.parameters(), .05, momentum=.9, nesterov=True, weight_decay=5e-4)
    times = []
    for _ in range(STEPS):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = F.cross_entropy(network(pictures), classes)
        loss.backward()
        optimizer.step()
        loss.item()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[WARM_UP:])


def surrogate(cell, data):
    command = ["dotnet", "run", "-c", "Release", "--no-build", "--project", str(ROOT / "src/Cli"), "--", "train", f"64-41414-{cell}",
               "--data", data, "--images", "3440", "--size", str(PIXELS), "--modules", "5", "--base-channels", str(CHANNELS),
               "--batch", str(BATCH), "--epochs", "1", "--quiet", "--json", "-"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)[0]["stepMilliseconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="/usr/share/datasets/fashion-mnist")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}; milliseconds a step, median of {options.rounds} rounds in turn")
    print("cell       surrogate   PyTorch   ratio")
    for cell in CELLS:
        ours, theirs = [], []
        for _ in range(options.rounds):
            theirs.append(pytorch(cell))
            ours.append(surrogate(cell, options.data))
        ours, theirs = statistics.median(ours), statistics.median(theirs)
        print(f"{cell}   {ours:9.1f} {theirs:9.1f}   {ours / theirs:5.2f}", flush=True)


if __name__ == "__main__":
    main()
