package org.photoledger.report;

import java.util.List;
import java.util.Map;

/** The parts of the page that tell of the photos: types, months, cameras and folders. */
final class PhotosSection {

    private PhotosSection() {}

    static void write(HtmlWriter page, RunReport report) {
        RunReport.Photos photos = report.photos();
        page.section("photos");
        page.element("p", "photos.number", Cell.number(photos.number()));
        page.note("photos.note");
        MonthsChart.write(page, photos.months());
        counted(page, "photos.types", photos.mediaTypes(), "");
        counted(page, "photos.decodes", photos.decodes(), "decode.");
        counted(page, "photos.ignored", photos.ignoredTypes(), "");
        page.endSection();
        cameras(page, photos);
        folders(page, photos);
    }

    /** Numbers by a word of the program; what that means stands beside it where there is something to say. */
    static void counted(HtmlWriter page, String key, Map<String, Long> counts, String meanings) {
        if (counts.isEmpty()) {
            return;
        }
        List<String> columns = List.of("column.what", "column.number", "column.means");
        page.table("t-" + key.replace('.', '-'), page.sentence(key), columns.subList(0, meanings.isEmpty() ? 2 : 3));
        page.list(
                List.copyOf(counts.entrySet()),
                counts.size(),
                count -> meanings.isEmpty()
                        ? new Cell[] {code(count.getKey()), Cell.number(count.getValue())}
                        : new Cell[] {
                            code(count.getKey()),
                            Cell.number(count.getValue()),
                            Cell.words(page.words().of(meanings, count.getKey()))
                        },
                "list.json");
    }

    /** Media types are of hostile files too, and as long as they like. */
    private static Cell code(String word) {
        return Cell.code(word.substring(0, Math.min(word.length(), 100)));
    }

    private static void cameras(HtmlWriter page, RunReport.Photos photos) {
        page.section("cameras");
        page.note("cameras.note");
        page.table(
                "t-cameras",
                page.sentence("cameras.table"),
                List.of(
                        "column.make",
                        "column.model",
                        "column.serial",
                        "column.photos",
                        "column.first",
                        "column.last"));
        page.list(
                photos.cameras(),
                photos.cameras().size(),
                camera -> new Cell[] {
                    Cell.text(camera.make()),
                    Cell.text(camera.model()),
                    Cell.text(camera.serialNumber()),
                    Cell.number(camera.photos()),
                    Cell.text(camera.first()),
                    Cell.text(camera.last())
                },
                "list.json");
        page.endSection();
    }

    private static void folders(HtmlWriter page, RunReport.Photos photos) {
        page.section("folders");
        page.note("folders.note");
        page.table(
                "t-folders",
                page.sentence("folders.table"),
                List.of("column.folder", "column.files", "column.photos", "column.lost"));
        page.list(
                photos.folders(),
                photos.folders().size(),
                folder -> new Cell[] {
                    Cell.path(folder.folder().isEmpty() ? "." : folder.folder()),
                    Cell.number(folder.files()),
                    Cell.number(folder.photos()),
                    Cell.number(folder.lost())
                },
                "list.json");
        page.endSection();
    }
}
