package org.photoledger.cli;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The nearest few of any number of items, and how many there were. */
final class NearestFew<T> {

    private final int most;
    private final Comparator<T> nearestFirst;
    private final PriorityQueue<T> farthestFirst;
    private long count;

    NearestFew(int most, Comparator<T> nearestFirst) {
        this.most = most;
        this.nearestFirst = nearestFirst;
        this.farthestFirst = new PriorityQueue<>(nearestFirst.reversed());
    }

    void add(T item) {
        count++;
        farthestFirst.add(item);
        if (farthestFirst.size() > most) {
            farthestFirst.remove();
        }
    }

    List<T> nearest() {
        return farthestFirst.stream().sorted(nearestFirst).toList();
    }

    long count() {
        return count;
    }
}
