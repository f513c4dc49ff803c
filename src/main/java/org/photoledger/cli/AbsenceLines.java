package org.photoledger.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.photoledger.store.Absence;

/** When a file's name was not in its source: as sentences for people, as objects for programs. */
final class AbsenceLines {

    private AbsenceLines() {}

    static List<String> sentences(List<Absence> absences) {
        return absences.stream().map(AbsenceLines::sentence).toList();
    }

    private static String sentence(Absence absence) {
        String time = absence.untilRun() == null
                ? "not there since run " + absence.fromRun()
                : "not there from run " + absence.fromRun() + ", back in run " + absence.untilRun();
        String bytes = absence.untilRun() == null ? "the same bytes are now at " : "the same bytes were then at ";
        return absence.movedTo().isEmpty() ? time : time + "; " + bytes + String.join(", ", absence.movedTo());
    }

    static List<Map<String, Object>> members(List<Absence> absences) {
        return absences.stream().map(AbsenceLines::members).toList();
    }

    private static Map<String, Object> members(Absence absence) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fromRun", absence.fromRun());
        members.put("untilRun", absence.untilRun());
        members.put("movedTo", absence.movedTo());
        return members;
    }
}
