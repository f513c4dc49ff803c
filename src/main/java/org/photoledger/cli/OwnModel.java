package org.photoledger.cli;

import org.photoledger.sandbox.WorkerPool;
import org.photoledger.sandbox.WorkerSettings;
import org.photoledger.sandbox.WorkersUnusableException;
import org.photoledger.text.TextSettings;

/** The operator's own recognition model, tried in a worker before a run begins: a damaged one is a setting to mend. */
final class OwnModel {

    private OwnModel() {}

    static void requireUsable(WorkerSettings workers) {
        TextSettings text = workers.examination().text();
        if (text == null || text.recognizer() == null) {
            return;
        }
        try {
            WorkerPool.probe(workers.forOne(workers.workingFolder()));
        } catch (WorkersUnusableException e) {
            throw new UsageException(
                    e.lastWords() + " Mend photoledger.text.recognizer and dictionary, or empty both.");
        }
    }
}
