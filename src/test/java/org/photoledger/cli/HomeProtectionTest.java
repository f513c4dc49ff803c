package org.photoledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.photoledger.store.FileUse;

class HomeProtectionTest {

    private static final long LEAST = HomeProtection.WORTH_COMPACTING;

    @ParameterizedTest
    @CsvSource({"0, 1, true", "0, 0, false", "-1, 1, false"})
    void compactIsOfferedFromASizeOnWhereLessThanHalfIsInUse(long above, long below, boolean offered) {
        FileUse use = new FileUse(LEAST + above, (LEAST + above) / 2 - below);
        assertThat(HomeProtection.deadSpace(use).contains("photoledger compact"))
                .isEqualTo(offered);
    }

    @Test
    void whatIsNotEncryptedIsNamed() {
        assertThat(HomeProtection.encryption(new Settings.DatabasePart("", "", "", false, "prompt", "")))
                .contains("the database (prompt)", "not the ledger, reports", "LUKS");
        assertThat(HomeProtection.encryption(new Settings.DatabasePart("", "", "", false, "off", "")))
                .startsWith("off: ")
                .contains("LUKS");
    }
}
