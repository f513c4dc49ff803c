package org.photoledger.store;

import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.photoledger.photo.DocumentFound;
import org.photoledger.text.DocumentText;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts of documents: one row per digest, so that it does not matter which of equal files was examined. */
final class DocumentRows {

    private final JdbcClient client;

    DocumentRows(JdbcClient client) {
        this.client = client;
    }

    void keep(List<SettledFile> files) {
        for (SettledFile file : files) {
            if (file.document() != null && file.sha256() != null) {
                keep(file.sha256().hex(), String.valueOf(file.mediaType()), file.document());
            }
        }
    }

    void keep(String sha256, String mediaType, DocumentFound document) {
        boolean known = client.sql("select count(*) from document_text where sha256 = :sha256")
                        .param("sha256", sha256)
                        .query(Long.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        DocumentText text = document.text();
        client.sql("""
                        insert into document_text (sha256, media_type, text, truncated, engine, problem)
                        values (:sha256, :type, :text, :truncated, :engine, :problem)
                        """)
                .param("sha256", sha256)
                .param("type", StorableText.of(mediaType))
                .param("text", text(text == null ? null : text.text()))
                .param("truncated", text != null && text.truncated())
                .param("engine", text == null ? "" : text.engine())
                .param("problem", text(document.problem()))
                .update();
    }

    private static SqlParameterValue text(@Nullable String text) {
        return new SqlParameterValue(Types.VARCHAR, StorableText.orNull(text));
    }
}
