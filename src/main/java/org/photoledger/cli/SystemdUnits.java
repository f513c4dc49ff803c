package org.photoledger.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The units of nightly imports, for one launcher and one home; config/systemd holds them with places to fill in. */
record SystemdUnits(Path launcher, Path home) {

    private static final List<String> UNITS =
            List.of("photoledger-import@.service", "photoledger-import@.timer", "photoledger-notify@.service");

    /** Texts by file name. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String unit : UNITS) {
            texts.put(unit, filled(Resource.text("/systemd/" + unit)));
        }
        return texts;
    }

    private String filled(String unit) {
        Path notify = launcher.resolveSibling("config").resolve("systemd").resolve("notify");
        return unit.replace("@PHOTOLEDGER@", quoted(launcher))
                .replace("@NOTIFY@", quoted(notify))
                .replace("@HOME_ARG@/photoledger.prom", quoted(home.resolve("photoledger.prom")))
                .replace("@HOME_PATH@", home.toString().replace("%", "%%"))
                .replace("@HOME@", quoted(home));
    }

    /** As systemd reads a word: percent and dollar signs stand for themselves (systemd.service(5), command lines). */
    static String quoted(Path path) {
        String text =
                path.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
        return "\"" + text + "\"";
    }
}
