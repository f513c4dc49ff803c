package org.photoledger.store;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.finding.Finding;
import org.photoledger.finding.FindingCode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Collects the findings of a chunk and writes them in one batch. */
final class FindingRows {

    private static final int AFTER_ALL_OTHERS = 1_000_000;

    private final JdbcTemplate template;

    FindingRows(JdbcTemplate template) {
        this.template = template;
    }

    /** What was found while reading text stands last, whether the text was read at once or by a later run. */
    private static int ordinal(int at, Finding finding) {
        return finding.code() == FindingCode.TEXT_REGION_LIMIT ? AFTER_ALL_OTHERS + at : at;
    }

    Batch batch() {
        return new Batch();
    }

    /** Findings of one chunk. */
    final class Batch {

        private final List<Object[]> rows = new ArrayList<>();

        void ofSourceFile(long sourceFile, List<Finding> findings) {
            ofSourceFile(sourceFile, 0, findings);
        }

        void ofSourceFile(long sourceFile, int firstOrdinal, List<Finding> findings) {
            for (int at = 0; at < findings.size(); at++) {
                add(null, sourceFile, firstOrdinal + at, findings.get(at), false);
            }
        }

        /** One finding at its place among those of a photo. */
        void ofPhoto(long photo, int ordinal, Finding finding) {
            add(photo, null, ordinal, finding, false);
        }

        void ofPhoto(long photo, List<Finding> findings, List<Finding> ofMetadata) {
            for (int at = 0; at < findings.size(); at++) {
                add(photo, null, ordinal(at, findings.get(at)), findings.get(at), false);
            }
            for (int at = 0; at < ofMetadata.size(); at++) {
                add(photo, null, findings.size() + at, ofMetadata.get(at), true);
            }
        }

        private void add(
                @org.jspecify.annotations.Nullable Long photo,
                @org.jspecify.annotations.Nullable Long sourceFile,
                int ordinal,
                Finding finding,
                boolean ofMetadata) {
            rows.add(new Object[] {
                photo,
                sourceFile,
                ordinal,
                finding.code().name(),
                finding.severity().name(),
                StorableText.of(finding.detail()),
                finding.method(),
                ofMetadata
            });
        }

        void write() {
            template.batchUpdate("""
                    insert into finding (photo_id, source_file_id, ordinal, code, severity, detail, method, of_metadata)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows);
        }
    }
}
