package org.photoledger.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerChainTest {

    private static final int LINES = 40;
    private static final int TRIES = 1_000;

    private static final LedgerStamp STAMP =
            new LedgerStamp(Instant.parse("2026-11-27T10:00:00.123456Z"), "op", "photoledger 1", "d".repeat(64));

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private LedgerHead head = LedgerHead.NONE;

    @BeforeEach
    void write() {
        file = LedgerFile.in(folder);
        try (LedgerFile ledger = LedgerFile.create(file)) {
            ledger.append(STAMP, List.of(new LedgerEvent.Begun("home", 0, 0, 0)));
            for (int at = 2; at < LINES; at += 2) {
                ledger.append(STAMP, List.of(received("a/Fot\u00f3 \"" + at + "\".jpg"), received("\ud83d\udcf7\n")));
            }
            ledger.append(STAMP, List.of(new LedgerEvent.Verified(39, false, 0)));
            head = ledger.end();
        }
    }

    private static LedgerEvent received(String path) {
        return new LedgerEvent.FileReceived(
                1, "leak", path, "", 1, "0".repeat(64), 5, "image/jpeg", "recorded", null, null);
    }

    private LedgerChain.Fault fault() {
        return Objects.requireNonNull(LedgerChain.check(file, head).fault(), "nothing was found");
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file, StandardCharsets.US_ASCII));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void anUntouchedLedgerIsWhole() throws IOException {
        LedgerChain chain = LedgerChain.check(file, head);
        assertThat(chain.fault()).isNull();
        assertThat(chain.end()).isEqualTo(head);
        assertThat(head.seq()).isEqualTo(LINES);
        assertThat(head.bytes()).isEqualTo(Files.size(file));
    }

    @Test
    void aLineHasTheDocumentedForm() throws IOException {
        assertThat(lines().get(1))
                .startsWith("{\"v\":1,\"seq\":2,\"prev\":\"")
                .contains(
                        "\",\"time\":\"2026-11-27T10:00:00.123Z\",\"actor\":\"op\",\"tool\":\"photoledger 1\",\"settings\":\"")
                .contains("\",\"type\":\"file.received\",\"payload\":{\"run\":1,\"source\":\"leak\","
                        + "\"path\":\"a/Fot\\u00f3 \\\"2\\\".jpg\",\"member\":\"\",\"observation\":1,\"sha256\":\"")
                .endsWith("\"}");
    }

    @Test
    void anyFlippedByteIsFoundInItsLine() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(whole.length);
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, flipped);
            assertThat(fault().line()).as("byte " + at).isEqualTo(lineOf(whole, at));
        }
    }

    private static long lineOf(byte[] bytes, int at) {
        long line = 1;
        for (int before = 0; before < at; before++) {
            line += bytes[before] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Test
    void anyEditDeletionInsertionOrReorderingIsFoundAtTheFirstLineThatIsOff() throws IOException {
        List<String> whole = lines();
        Random random = new Random(12);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<String> changed = new ArrayList<>(whole);
            int at = random.nextInt(LINES);
            int other = random.nextInt(LINES);
            switch (attempt % 5) {
                case 0 -> changed.set(at, edited(changed.get(at), random));
                case 1 -> changed.remove(at);
                case 2 -> changed.add(at, whole.get(other));
                case 3 -> Collections.swap(changed, at, other);
                default -> changed.add(whole.get(at));
            }
            if (!changed.equals(whole)) {
                write(changed);
                assertThat(fault().line())
                        .as(attempt + ": " + at + ", " + other)
                        .isEqualTo(firstDifference(whole, changed));
            }
        }
    }

    private static String edited(String line, Random random) {
        int at = random.nextInt(line.length());
        String typed = random.nextBoolean() ? "" : String.valueOf((char) ('!' + random.nextInt(90)));
        return line.substring(0, at) + typed + line.substring(at + random.nextInt(2));
    }

    private static long firstDifference(List<String> one, List<String> other) {
        int at = 0;
        while (at < one.size() && at < other.size() && one.get(at).equals(other.get(at))) {
            at++;
        }
        return at + 1L;
    }

    @Test
    void aLineWrittenAnewWithARightHashBreaksTheLineAfterIt() throws IOException {
        List<String> lines = lines();
        LedgerLine fourth = Objects.requireNonNull(LedgerLine.parse(lines.get(3).getBytes(StandardCharsets.US_ASCII)));
        LedgerHead third = new LedgerHead(3, fourth.prev(), 0);
        lines.set(3, LedgerLine.after(third, STAMP, received("forged.jpg")).text());
        write(lines);
        assertThat(fault())
                .isEqualTo(new LedgerChain.Fault(5, "it does not follow the line before it, which has another hash"));
    }

    @Test
    void aLastLineWrittenAnewIsToldByTheDatabasesName() throws IOException {
        List<String> lines = lines();
        LedgerLine last =
                Objects.requireNonNull(LedgerLine.parse(lines.get(LINES - 1).getBytes(StandardCharsets.US_ASCII)));
        LedgerHead before = new LedgerHead(LINES - 1, last.prev(), 0);
        lines.set(
                LINES - 1,
                LedgerLine.after(before, STAMP, new LedgerEvent.Verified(39, true, 0))
                        .text());
        write(lines);
        assertThat(fault()).isEqualTo(new LedgerChain.Fault(LINES, "the database names another hash for it"));
    }

    @Test
    void aCutTailIsMissed() throws IOException {
        write(lines().subList(0, 30));
        assertThat(fault().line()).isEqualTo(31);
        assertThat(fault().what()).contains("missing", "names line 40");
        assertThatThrownBy(() -> LedgerFile.open(file, head, false))
                .isInstanceOf(LedgerDamagedException.class)
                .hasMessageContaining("has not the line 40");
    }

    @Test
    void aLedgerThatIsGoneIsNotBegunAnew() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> LedgerFile.open(file, head, false)).hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aLedgerThatTheDatabaseDoesNotKnowIsNotOverwritten() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        whole[20] ^= 1;
        Files.write(file, whole);
        assertThatThrownBy(() -> LedgerFile.create(file)).hasMessageContaining("knows nothing of it");
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void aFirstLineThatAKillLeftWithoutADatabaseIsMadeAnew() throws IOException {
        write(lines().subList(0, 1));
        try (LedgerFile ledger = LedgerFile.create(file)) {
            assertThat(ledger.end()).isEqualTo(LedgerHead.NONE);
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void aTornLineIsCutOffAndCounted() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "{\"v\":1,\"seq\":41,", StandardOpenOption.APPEND);
        assertThat(LedgerChain.check(file, head).fault()).isNull();
        assertThat(LedgerChain.check(file, head).torn()).isEqualTo(16);
        try (LedgerFile ledger = LedgerFile.open(file, head, false)) {
            assertThat(ledger.takeCutBytes()).isEqualTo(16);
            assertThat(file).hasBinaryContent(whole);
            head = ledger.append(STAMP, List.of(new LedgerEvent.Resumed(LINES, 16)));
        }
        assertThat(LedgerChain.check(file, head).fault()).isNull();
    }

    @Test
    void linesThatTheDatabaseDoesNotNameAreKeptAndVoidOnceResumedSaysSo() {
        LedgerHead committed = head;
        try (LedgerFile ledger = LedgerFile.open(file, committed, false)) {
            ledger.append(STAMP, List.of(received("rolled-back.jpg"), received("too.jpg")));
        }
        try (LedgerFile ledger = LedgerFile.open(file, committed, false)) {
            assertThat(ledger.end().seq()).isEqualTo(LINES + 2);
            head = ledger.append(STAMP, List.of(new LedgerEvent.Resumed(committed.seq(), 0), received("b.jpg")));
        }
        LedgerChain chain = LedgerChain.check(file, head);
        assertThat(chain.fault()).isNull();
        assertThat(chain.voids()).containsExactly(new LedgerChain.Range(LINES + 1, LINES + 2));
        assertThat(chain.isVoid(LINES + 2)).isTrue();
        assertThat(chain.isVoid(LINES + 4)).isFalse();
    }

    @Test
    void aTypeOfALaterReleaseIsPassedOver() throws IOException {
        List<String> lines = lines();
        LedgerLine last =
                Objects.requireNonNull(LedgerLine.parse(lines.get(LINES - 1).getBytes(StandardCharsets.US_ASCII)));
        String body = "{\"v\":2,\"seq\":41,\"prev\":\"" + last.hash()
                + "\",\"signature\":\"x\",\"type\":\"sealed\",\"payload\":{}}";
        String hash = org.photoledger.digest.Sha256.of(body.getBytes(StandardCharsets.US_ASCII))
                .hex();
        lines.add(body.substring(0, body.length() - 1) + ",\"hash\":\"" + hash + "\"}");
        write(lines);
        List<String> types = new ArrayList<>();
        assertThat(LedgerChain.read(file, head, line -> types.add(line.type())).fault())
                .isNull();
        assertThat(types).endsWith("verified", "sealed");
    }

    @Test
    void aLineLongerThanAWindowIsFoundWhenTheLedgerIsOpened() {
        try (LedgerFile ledger = LedgerFile.open(file, head, false)) {
            head = ledger.append(STAMP, List.of(received("x".repeat(300_000))));
        }
        try (LedgerFile ledger = LedgerFile.open(file, head, false)) {
            assertThat(ledger.end()).isEqualTo(head);
        }
        assertThat(Arrays.asList(head.seq())).containsExactly(LINES + 1L);
    }
}
