package org.photoledger.cli;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.photoledger.custody.LedgerEvent;
import org.photoledger.custody.LedgerFile;
import org.photoledger.job.ExitCode;
import org.photoledger.report.PrintableText;
import org.photoledger.verify.Mismatch;
import org.photoledger.verify.Verification;
import org.photoledger.verify.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}: whether ledger, database and originals still agree. */
@Command(name = "verify", description = "Check the ledger, the database against it, the books, and the originals.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--rehash", description = "Also read every original again and compare its digest.")
    private boolean rehash;

    @Override
    public Integer call() {
        try (Session session = Session.existing(options, "verify")) {
            Verified verified = verified(session);
            verified.notices().forEach(notice -> System.err.println("photoledger: " + notice));
            verified.mismatches().forEach(this::print);
            LedgerNote.write(session, new LedgerEvent.Verified(verified.end().seq(), rehash, verified.number()));
            int code = verified.number() == 0 ? ExitCode.COMPLETE : ExitCode.BOOKS_DO_NOT_CLOSE;
            end(verified, code);
            return code;
        }
    }

    private Verified verified(Session session) {
        try {
            return new Verification(
                            session.database(), LedgerFile.in(session.home().folder()))
                    .verify(rehash);
        } catch (UncheckedIOException e) {
            throw new UsageException("The ledger "
                    + LedgerFile.in(session.home().folder()) + " cannot be read; check its permissions and the disk.");
        }
    }

    private void print(Mismatch mismatch) {
        String check = mismatch.check().name().toLowerCase(Locale.ROOT);
        if (options.json()) {
            new JsonLines().print("mismatch", Map.of("check", check, "message", mismatch.sentence()));
        } else {
            System.out.println(options.painted(Paint.BAD, check) + ": " + PrintableText.of(mismatch.sentence()));
        }
    }

    private void end(Verified verified, int code) {
        if (options.json()) {
            Map<String, Object> end = new LinkedHashMap<>();
            end.put("exitCode", code);
            end.put("mismatches", verified.number());
            end.put("originals", verified.originals());
            end.put("ledgerLine", verified.end().seq());
            end.put("ledgerHash", verified.end().hash());
            new JsonLines().print("end", end);
            return;
        }
        System.out.println(
                verified.number() == 0
                        ? options.painted(Paint.GOOD, "No mismatch.")
                        : options.painted(Paint.BAD, verified.number() + " mismatches."));
        System.out.println("The ledger was read to line " + verified.end().seq() + ", hash "
                + verified.end().hash() + (rehash ? "; " + verified.originals() + " originals were read again." : "."));
    }
}
