"""The line model: convolutions down to one row, then along the line; one class score per four columns of the picture."""

import torch
from torch import nn


def _block(inputs, outputs, kernel=3, padding=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, padding=padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class _Along(nn.Module):
    """A residual step along the line."""

    def __init__(self, channels):
        super().__init__()
        self.step = nn.Sequential(
            nn.Conv2d(channels, channels, (1, 5), padding=(0, 2), groups=channels, bias=False),
            nn.Conv2d(channels, channels, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU(inplace=True))

    def forward(self, x):
        return x + self.step(x)


class LineModel(nn.Module):
    """Input (N, 1, 32, W) with ink and paper scaled to about -1..1; output (N, W / 4, classes), unnormalized."""

    def __init__(self, classes):
        super().__init__()
        self.columns = nn.Sequential(
            _block(1, 24), nn.MaxPool2d(2),
            _block(24, 48), nn.MaxPool2d(2),
            _block(48, 72), _block(72, 72), nn.MaxPool2d((2, 1)),
            _block(72, 104), nn.MaxPool2d((2, 1)),
            _block(104, 104, (2, 3), (0, 1)),
            _Along(104), _Along(104))
        self.classes = nn.Conv2d(104, classes, 1)

    def forward(self, picture):
        return self.classes(self.columns(picture)).squeeze(2).permute(0, 2, 1)
