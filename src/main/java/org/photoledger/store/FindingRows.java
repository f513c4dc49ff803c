package org.photoledger.store;

import java.util.ArrayList;
import java.util.List;
import org.photoledger.finding.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** Collects the findings of a chunk and writes them in one batch. */
final class FindingRows {

    private final JdbcTemplate template;

    FindingRows(JdbcTemplate template) {
        this.template = template;
    }

    Batch batch() {
        return new Batch();
    }

    /** Findings of one chunk. */
    final class Batch {

        private final List<Object[]> rows = new ArrayList<>();

        void ofSourceFile(long sourceFile, List<Finding> findings) {
            for (int at = 0; at < findings.size(); at++) {
                add(null, sourceFile, at, findings.get(at), false);
            }
        }

        void ofPhoto(long photo, List<Finding> findings, List<Finding> ofMetadata) {
            for (int at = 0; at < findings.size(); at++) {
                add(photo, null, at, findings.get(at), false);
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
