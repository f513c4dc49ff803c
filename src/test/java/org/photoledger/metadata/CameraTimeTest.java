package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of XMP, which are ISO 8601 where they are any. */
class CameraTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2013, 2013",
        "2013-04, 2013-04",
        "2013-04-05, 2013-04-05",
        "2013-04-05T10:11, 2013-04-05T10:11",
        "2013-04-05T10:11:12.34+02:00, 2013-04-05T10:11:12.34",
        "2013-04-05T10:11:12Z, 2013-04-05T10:11:12"
    })
    void theLocalPartOfADateIsTaken(String raw, String local) {
        assertThat(CameraTime.localOfXmp(raw)).isEqualTo(local);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00T00:00:00.00",
                "2013-02-30T10:00:00.5",
                "2013-04-05T10:11:72.5",
                "2013-13-01",
                "0000",
                "yesterday"
            })
    void aDateThatThereIsNotIsNone(String raw) {
        assertThat(CameraTime.localOfXmp(raw)).isNull();
    }
}
