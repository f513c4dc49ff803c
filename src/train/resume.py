"""Turns the shipped digits.onnx back into a checkpoint that train.py goes on from.

    /usr/bin/python3 resume.py digits.onnx START.pt

The export folded each batch normalization into the convolution before it. They are parted again so that training and
evaluation mode agree: each normalization gets the mean and variance that its convolution gives on synthetic lines.
Needs Debian's python3-onnx besides what train.py needs.
"""

import sys

import onnx
import torch
from onnx import numpy_helper
from torch import nn

import alphabet
import lines
from model import LineModel
from train import BATCH, packed


def folded(path):
    """Weights and biases of the convolutions in the order of the graph."""
    graph = onnx.load(path).graph
    values = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "Conv":
            yield [values[name] for name in node.input[1:]]


def parted(model, path, pictures):
    """Layer by layer, since the statistics of one are taken from the output of those before it."""
    convolutions = [m for m in model.modules() if isinstance(m, nn.Conv2d)]
    after = {}
    for block in (m for m in model.modules() if isinstance(m, nn.Sequential)):
        for convolution, follower in zip(block, list(block)[1:]):
            if isinstance(follower, nn.BatchNorm2d):
                after[convolution] = follower
    model.eval()
    for convolution, (weight, *bias) in zip(convolutions, folded(path)):
        convolution.weight.data = weight
        norm = after.get(convolution)
        if norm is None:
            if bias:
                convolution.bias.data = bias[0]
            continue
        seen = []
        hook = convolution.register_forward_hook(lambda _m, _i, out: seen.append(out))
        with torch.no_grad():
            model(pictures)
        hook.remove()
        norm.running_mean.data = seen[0].mean((0, 2, 3))
        norm.running_var.data = seen[0].var((0, 2, 3))
        norm.weight.data = (norm.running_var + norm.eps).sqrt()
        norm.bias.data = bias[0] + norm.running_mean


def main():
    torch.set_num_threads(1)
    source = lines.Lines(1, "train", lines.photos("train"))
    group = sorted((source.line() for _ in range(4 * BATCH)), key=lambda line: line[0].shape[1])
    pictures = torch.from_numpy(packed(group)[0])
    model = LineModel(alphabet.COUNT)
    parted(model, sys.argv[1], pictures)
    torch.save(model.state_dict(), sys.argv[2])


if __name__ == "__main__":
    main()
