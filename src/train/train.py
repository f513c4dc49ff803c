"""Trains the digit reader on one CPU thread, lines being drawn in a second process, and writes digits.onnx.

    /usr/bin/python3 train.py MINUTES OUT_FOLDER [SEED] [START.pt]

MINUTES are CPU minutes of the training thread, so that a shared machine does not shorten the training.

Needs Debian's python3-torch, python3-pil, python3-numpy, the packages of fonts.txt, ukui-wallpapers and lomiri-wallpapers-*.
"""

import multiprocessing
import os
import sys
import time

import numpy as np
import torch
from torch import nn

import alphabet
import lines
from model import LineModel

BATCH = 48
BUCKET = 16


def normalized(picture):
    """Scaled so that the line's own darkest and lightest tones are -1 and 1: the reader does the same."""
    low, high = np.percentile(picture, (2, 98))
    return np.clip((picture.astype(np.float32) - low) / max(8.0, high - low) * 2 - 1, -1.5, 1.5)


def batches(seed, queue):
    source = lines.Lines(seed, "train", lines.photos("train"))
    while True:
        drawn = [source.line() for _ in range(BATCH * BUCKET)]
        # lines of like width go together, so that little is padded
        drawn.sort(key=lambda line: line[0].shape[1])
        groups = [drawn[i:i + BATCH] for i in range(0, len(drawn), BATCH)]
        source.rng.shuffle(groups)
        for group in groups:
            queue.put(packed(group))


def packed(group):
    width = (max(picture.shape[1] for picture, _ in group) + 3) // 4 * 4
    pictures = np.zeros((len(group), 1, 32, width), np.float32)
    for i, (picture, _) in enumerate(group):
        pictures[i, 0, :, :picture.shape[1]] = normalized(picture)
    widths = [max(1, picture.shape[1] // 4) for picture, _ in group]
    labels = [label for _, label in group]
    return pictures, widths, labels


def greedy(scores, width):
    best = scores[:width].argmax(1).tolist()
    return [c for i, c in enumerate(best) if c and (i == 0 or c != best[i - 1])]


def exact(model, held_out, count=600, seed=99):
    """Share of lines read exactly, by kind of digits."""
    right, all_of = {}, {}
    model.eval()
    with torch.no_grad():
        for start in range(0, count, BATCH):
            group = [held_out.line() for _ in range(BATCH)]
            pictures, widths, labels = packed(group)
            scores = model(torch.from_numpy(pictures)).numpy()
            for s, w, label in zip(scores, widths, labels):
                text = "".join(alphabet.CLASSES[c - 1] for c in label)
                kind = "none" if not label else "other" if alphabet.OTHER in text else "western" if any(
                    c in alphabet.WESTERN for c in text) else "arabic"
                all_of[kind] = all_of.get(kind, 0) + 1
                right[kind] = right.get(kind, 0) + (greedy(s, w) == label)
    model.train()
    return {kind: (round(100 * right[kind] / all_of[kind], 1), all_of[kind]) for kind in sorted(all_of)}


def export(model, path):
    model.eval()
    torch.onnx.export(model, torch.zeros(1, 1, 32, 128), path, input_names=["line"], output_names=["scores"],
                      dynamic_axes={"line": {0: "n", 3: "w"}, "scores": {0: "n", 1: "t"}}, opset_version=13)
    model.train()


def main():
    minutes, out, seed = float(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1
    os.makedirs(out, exist_ok=True)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    queue = multiprocessing.Queue(24)
    generator = multiprocessing.Process(target=batches, args=(seed, queue), daemon=True)
    generator.start()
    model = LineModel(alphabet.COUNT)
    if len(sys.argv) > 4:
        model.load_state_dict(torch.load(sys.argv[4]))
    print("parameters", sum(p.numel() for p in model.parameters()), flush=True)
    peak = 2e-3 if len(sys.argv) <= 4 else 1e-3
    optimizer = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=1e-2)
    loss_of = nn.CTCLoss(blank=0, zero_infinity=True)
    step, mean, told = 0, None, time.time()
    while (spent := time.thread_time() / 60 / minutes) < 1:
        rate = peak * min(1, (step + 1) / 200) * max(0.01, 0.5 * (1 + np.cos(np.pi * spent)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        pictures, widths, labels = queue.get()
        scores = model(torch.from_numpy(pictures)).log_softmax(2).permute(1, 0, 2)
        flat = torch.tensor([c for label in labels for c in label], dtype=torch.long)
        loss = loss_of(scores, flat, torch.tensor(widths), torch.tensor([len(label) for label in labels]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        step += 1
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        if time.time() - told > 300:
            told = time.time()
            held_out = lines.Lines(99, "held-out", lines.photos("held-out"))
            print(f"minute {spent * minutes:.1f} step {step} loss {mean:.3f} held out {exact(model, held_out, 240)}", flush=True)
            torch.save(model.state_dict(), os.path.join(out, "digits.pt"))
    export(model, os.path.join(out, "digits.onnx"))
    torch.save(model.state_dict(), os.path.join(out, "digits.pt"))
    print("end", step, exact(model, lines.Lines(98, "held-out", lines.photos("held-out")), 3000), flush=True)


if __name__ == "__main__":
    main()
