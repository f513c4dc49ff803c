package org.photoledger.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.photoledger.store.OutcomeCount;
import tools.jackson.databind.ObjectMapper;

/** The report as one JSON object, as {@code config/run-report.schema.json} describes it. */
final class ReportJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    static String of(RunReport report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("v", 1);
        members.putAll(report.facts());
        books(members, report);
        changes(members, report.changes());
        members.put("steps", report.steps());
        members.put("throughput", report.throughput());
        members.put("nearDuplicatePairs", report.copies().counts().allPairs());
        members.put("duplicates", report.copies().counts());
        members.put("copySpace", report.copies().space());
        photos(members, report.photos());
        members.put("texts", report.texts().counts());
        members.put("readings", report.texts().readings());
        members.put("identifiers", report.texts().identifiers());
        members.put("findings", report.findings());
        return PrintableText.json(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(members)) + "\n";
    }

    private static void books(Map<String, @Nullable Object> members, RunReport report) {
        members.put("counts", report.books().counts());
        members.put("booksClose", report.books().closes());
        members.put("outcomes", report.books().outcomes());
        members.put("takenUpLater", report.books().takenUpLater());
        members.put("reasons", reasons(report.books()));
        members.put("losses", report.losses());
        members.put("advice", advice(report));
    }

    private static Map<String, Long> reasons(RunReport.Books books) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        for (OutcomeCount files : books.outcomes()) {
            if (files.reason() != null) {
                reasons.merge(files.reason(), files.files(), Long::sum);
            }
        }
        return reasons;
    }

    private static Map<String, String> advice(RunReport report) {
        Words words = Words.in(ReportLanguage.EN);
        Map<String, String> advice = new LinkedHashMap<>();
        report.losses().forEach(loss -> advice.computeIfAbsent(loss.reason(), words::advice));
        return advice;
    }

    private static void changes(Map<String, @Nullable Object> members, RunReport.Changes changes) {
        members.put("previousRun", changes.previous());
        members.put("sinceLastRun", changes.sinceLastRun());
        members.put("gone", changes.gone());
    }

    private static void photos(Map<String, @Nullable Object> members, RunReport.Photos photos) {
        members.put("photos", photos.number());
        members.put("mediaTypes", photos.mediaTypes());
        members.put("ignoredTypes", photos.ignoredTypes());
        members.put("decodes", photos.decodes());
        members.put("cameras", photos.cameras());
        members.put("months", photos.months());
        members.put("folders", photos.folders());
    }
}
