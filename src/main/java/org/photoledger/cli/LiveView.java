package org.photoledger.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows a run that another process has at work, from its {@code status.json}, without the database. */
final class LiveView {

    private static final long PAUSE_MILLIS = 1_000;
    private static final long PLAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // it holds also which run and which process
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final GlobalOptions options;
    private final Supplier<Optional<Map<String, Object>>> living;
    private String line = "";

    LiveView(GlobalOptions options, Supplier<Optional<Map<String, Object>>> living) {
        this.options = options;
        this.living = living;
    }

    /** Until the run ends, at once where none is at work: a line that is written over, or one every ten seconds; as JSON each second. */
    void show() throws InterruptedException {
        Optional<Map<String, Object>> live = living.get();
        if (options.json()) {
            while (live.isPresent()) {
                new JsonLines().print("run", live.get());
                live = next();
            }
        } else if (live.isPresent() && Terminal.isThere()) {
            try (ProgressBar bar = ProgressBar.on(() -> line, Terminal.columns())) {
                while (live.isPresent()) {
                    line = lineOf(live.get());
                    bar.redraw();
                    live = next();
                }
            }
        } else {
            plain(live);
        }
    }

    private void plain(Optional<Map<String, Object>> first) throws InterruptedException {
        long told = System.nanoTime() - PLAIN_NANOS;
        for (Optional<Map<String, Object>> live = first; live.isPresent(); live = next()) {
            if (System.nanoTime() - told >= PLAIN_NANOS) {
                told = System.nanoTime();
                System.out.println(lineOf(live.get()));
                System.out.flush();
            }
        }
    }

    private Optional<Map<String, Object>> next() throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        return living.get();
    }

    private static String lineOf(Map<String, Object> live) {
        return "run " + live.get("run") + ": " + progressOf(live).line();
    }

    static Progress progressOf(Map<String, Object> live) {
        return MAPPER.convertValue(live, Progress.class);
    }
}
