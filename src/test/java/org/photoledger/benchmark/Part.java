package org.photoledger.benchmark;

import java.util.List;
import java.util.stream.Stream;

/** What CPU time is spent on, told from a stack: the first part of this order that has a word in it. */
enum Part {
    COMPILE(
            "compiling and collecting (Java itself)",
            "[C1 Compiler;[C2 Compiler;[VM Thread;[GC Thread;[VM Periodic;[Common-Clean"),
    START(
            "starting: classes, models, settings, schema",
            "jdk/internal/loader/;java/lang/ClassLoader.loadClass;/sandbox/WorkerMain.textPart;cli/SettingsLoader;org/flywaydb;picocli/CommandLine.<init>;org/photoledger/store/Schema"),
    THUMBNAIL("thumbnail compared", "/sandbox/ThumbnailPart"),
    DETECT("detect", "/text/TextDetector"),
    RECOGNIZE("recognise", "org/photoledger/text/"),
    WALK("walk + metadata", "/image/ContainerWalker;org/photoledger/metadata/;/sandbox/FileTypes"),
    DECODE("decode, luma included", "/image/ImageDecoder;/image/Luma.of"),
    HASH(
            "hash",
            "/sandbox/PhotoExaminer.upright;/similarity/PdqHasher;/similarity/Thumb;/similarity/UniformBorder;/image/"),
    REPORT(
            "report, export digests included",
            "org/photoledger/report/;org/photoledger/export/;/job/RunReports;/job/Closing"),
    LEDGER("ledger", "org/photoledger/custody/"),
    DATABASE("database", "org/h2/;com/zaxxer/;springframework/jdbc;org/photoledger/store/;springframework/transaction"),
    READ("read + digest", "org/photoledger/source/;org/photoledger/digest/"),
    PROTOCOL("protocol", "org/photoledger/sandbox/"),
    LINK("link", "org/photoledger/similarity/;/job/Linking"),
    BATCH("Batch", "springframework/batch"),
    OTHER("other", "");

    private final String label;
    private final String words;

    Part(String label, String words) {
        this.label = label;
        this.words = words;
    }

    String label() {
        return label;
    }

    private List<String> marks() {
        return List.of(words.split(";", -1));
    }

    static Part of(String stack) {
        return Stream.of(values())
                .filter(part -> part.marks().stream().anyMatch(stack::contains))
                .findFirst()
                .orElse(OTHER);
    }
}
