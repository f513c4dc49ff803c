package org.photoledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.photoledger.store.MonthCount;

class MonthsChartTest {

    @Test
    void aMonthWithoutAPhotoIsAColumnOfNoHeight() {
        assertThat(MonthsChart.columns(
                        List.of(new MonthCount("2013-04", 2), new MonthCount("2013-06", 3), new MonthCount(null, 9))))
                .extracting(Chart.Part::name, Chart.Part::number)
                .containsExactly(tuple("2013-04", 2L), tuple("2013-05", 0L), tuple("2013-06", 3L));
    }

    @Test
    void tooManyMonthsToSeeAreCountedByYear() {
        assertThat(MonthsChart.columns(List.of(
                        new MonthCount("1990-12", 1), new MonthCount("2013-04", 2), new MonthCount("2013-06", 3))))
                .hasSize(24)
                .endsWith(new Chart.Part("2013", 5, "recorded"));
    }

    @Test
    void whatTellsNoMonthIsNoColumn() {
        assertThat(MonthsChart.columns(
                        List.of(new MonthCount("2013", 1), new MonthCount("2013-13", 1), new MonthCount("0x1-..", 1))))
                .isEmpty();
    }
}
