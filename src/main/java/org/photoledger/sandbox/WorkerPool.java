package org.photoledger.sandbox;

import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.photoledger.container.ContainerReader;
import org.photoledger.photo.PhotoExamination;
import org.photoledger.source.Reading;
import org.photoledger.text.DocumentTypes;
import org.photoledger.text.EmbeddedFiles;

/**
 * The worker processes of a run. A worker that dies, hangs or outgrows its memory costs its file one attempt; the second
 * follows at once in a fresh worker. Safe for use by several threads.
 */
public final class WorkerPool implements AutoCloseable {

    private static final Duration STOP_GRACE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 2;
    private static final int WATCH_MILLIS = 200;

    /** Bytes of a file by which its type is told. */
    public static final int HEAD_BYTES = 64 << 10;

    private final WorkerSettings settings;
    private final List<WorkerSlot> slots = new ArrayList<>();
    private final BlockingQueue<WorkerSlot> free = new LinkedBlockingQueue<>();
    private final List<WorkerSlot> openers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watchdog = watchdog();
    private final WorkerCommand openerCommand;
    private final WorkerTally tally = new WorkerTally();
    private final Canary canary;
    private volatile boolean stopping;

    /** Starts all workers in the background, so that the inventory runs meanwhile. */
    public WorkerPool(WorkerSettings settings) {
        this(settings, WorkerMain.class.getName(), OpenerMain.class.getName());
    }

    WorkerPool(WorkerSettings settings, String mainClass, String openerClass) {
        this.settings = settings;
        this.canary = new Canary(settings, () -> stopping);
        Folders.empty(settings.workingFolder());
        WorkerCommand command = new WorkerCommand(settings, mainClass);
        this.openerCommand = new WorkerCommand(settings.withoutText(), openerClass);
        for (int number = 0; number < settings.workers(); number++) {
            Path folder = settings.workingFolder().resolve(Integer.toString(number));
            WorkerSlot slot = new WorkerSlot(command, folder, watchdog, tally);
            slots.add(slot);
            free.add(slot);
            Thread starter = new Thread(slot::startAhead, "worker-start-" + number);
            starter.setDaemon(true);
            starter.start();
        }
        var unused =
                watchdog.scheduleWithFixedDelay(this::watchMemory, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void watchMemory() {
        long bytes = (long) settings.residentMegabytes() << 20;
        slots.forEach(slot -> slot.keepWithin(bytes));
        openers.forEach(slot -> slot.keepWithin(bytes));
    }

    /** A container is read frame by frame, each with an alarm of its own that is soon called off. */
    private static ScheduledExecutorService watchdog() {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "worker-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }

    /** The type of a file by its first bytes, at most {@link #HEAD_BYTES} of which are looked at. */
    public Examination typeOf(byte[] head) {
        return examine(Frames.HEAD, head);
    }

    /** Whether a file of this type, which is no photo, is opened for the files in it; the type may be that by its first bytes. */
    public static boolean opens(String mediaType) {
        return ContainerReader.opens(mediaType)
                || EmbeddedFiles.opens(mediaType)
                || DocumentTypes.mayBecomePrecise(mediaType);
    }

    /** Whether a file that is opened is an archive or a mail; otherwise it is a document, which is one without a file in it too. */
    public static boolean isArchive(String mediaType) {
        return ContainerReader.opens(mediaType);
    }

    /** Whether the text of documents is read. */
    public boolean readsText() {
        return settings.examination().text() != null;
    }

    /**
     * Opens a container in a worker process beside those that examine: one for each depth, started with its first
     * container, so that what is in a container can be examined while it is read. For one thread.
     *
     * @param depth 0 for a file of the source, 1 for a container in it, and so on
     */
    public OpenedContainer open(
            int depth, SeekableByteChannel bytes, long size, String mediaType, List<String> passwords) {
        while (openers.size() <= depth) {
            Path folder = settings.workingFolder().resolve("opener-" + openers.size());
            openers.add(new WorkerSlot(openerCommand, folder, watchdog, tally));
        }
        return new OpenedContainer(
                openers.get(depth),
                settings.deadline(),
                bytes,
                new ContainerCodec.Request(size, mediaType, passwords),
                new OpenedContainer.Keeper(() -> stopping, tally::lost));
    }

    /** Examines a file's content, in a frame or as its private copy in the spool; waits for a free worker. */
    public Examination examine(Reading.Content content) {
        return content.spooled() == null
                ? examine(content.bytes())
                : examine(Frames.SPOOLED, nameOf(content.spooled()));
    }

    Examination examine(byte[] content) {
        return examine(Frames.CONTENT, content);
    }

    /** Only the text, of a photo that was recorded with this EXIF orientation. */
    public Examination examineText(Reading.Content content, int orientation) {
        return content.spooled() == null
                ? examine(Frames.TEXT_OF_CONTENT, WorkerRequest.payload(orientation, content.bytes()))
                : examine(Frames.TEXT_OF_SPOOLED, WorkerRequest.payload(orientation, nameOf(content.spooled())));
    }

    private static byte[] nameOf(Path spoolFile) {
        return spoolFile.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Starts one worker and ends it: throws WorkersUnusableException where it dies before it is ready.
     *
     * @return why workers read no text on this machine, empty where they do or are not asked to
     */
    public static String probe(WorkerSettings settings) {
        try (WorkerPool pool = new WorkerPool(settings)) {
            pool.slots.get(0).ready();
            return pool.textNotice();
        } catch (WorkerLostException e) {
            return "";
        }
    }

    /** Why workers read no text on this machine, empty where they do or are not asked to. */
    public String textNotice() {
        return slots.stream()
                .map(WorkerSlot::notice)
                .filter(notice -> !notice.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Examination examine(byte kind, byte[] request) {
        if (stopping) {
            return new Examination.Abandoned();
        }
        try {
            WorkerSlot slot = free.take();
            try {
                return attempts(slot, kind, request);
            } finally {
                free.add(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Examination.Abandoned();
        }
    }

    private Examination attempts(WorkerSlot slot, byte kind, byte[] request) {
        for (int attempt = 1; true; attempt++) {
            try {
                if (stopping) {
                    return new Examination.Abandoned();
                }
                PhotoExamination found = slot.ready().examine(kind, request, settings.deadline());
                canary.workerLived();
                return new Examination.Examined(found, attempt);
            } catch (WorkerLostException e) {
                if (stopping) {
                    return new Examination.Abandoned();
                }
                tally.lost(e.reason());
                canary.workerDied(slot);
                if (attempt == ATTEMPTS) {
                    return new Examination.Lost(e.reason(), attempt);
                }
            }
        }
    }

    /** A stop was requested: no worker's death counts from now on, and what is still in work after 2 s is abandoned. */
    public void stop() {
        stopping = true;
        slots.forEach(WorkerSlot::stopStarting);
        openers.forEach(WorkerSlot::stopStarting);
        var unused = watchdog.schedule(this::killAll, STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void killAll() {
        slots.forEach(WorkerSlot::kill);
        openers.forEach(WorkerSlot::kill);
    }

    public WorkerStatistics statistics() {
        return tally.statistics();
    }

    /** What is in force on the workers, and what is not. */
    public String confinement() {
        return settings.confinement().applied();
    }

    /** Ends every worker and removes their folders. */
    @Override
    public void close() {
        stopping = true;
        slots.forEach(WorkerSlot::close);
        openers.forEach(WorkerSlot::close);
        watchdog.shutdownNow();
        Folders.delete(settings.workingFolder());
    }
}
