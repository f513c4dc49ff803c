package org.photoledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of containers at their edges. */
class ContainerCountTest {

    private static final ContainerLimits LIMITS = new ContainerLimits(5, 3, 10, 1_000);

    @ParameterizedTest
    @CsvSource({"50, 1000", "100, 1000", "101, 1010", "9223372036854775807, 9223372036854775807"})
    void theRatioCountsFromTheFreeBytesOn(long size, long most) {
        assertThat(LIMITS.bytesOf(size)).isEqualTo(most);
    }

    @Test
    void asManyMembersAndBytesAsTheLimitsAreWithinThem() {
        ContainerCount count = new ContainerCount(200, LIMITS);
        count.add(3, 2_000);
        assertThat(count.crossed()).isNull();
    }

    @Test
    void oneMemberMoreCrossesTheLimitAndNamesIt() {
        ContainerCount count = new ContainerCount(200, LIMITS);
        count.add(4, 0);
        assertThat(count.crossed()).contains("3 members", "containers.members");
    }

    @Test
    void oneByteMoreCrossesTheLimitAndNamesIt() {
        ContainerCount count = new ContainerCount(200, LIMITS);
        count.add(1, 2_001);
        assertThat(count.crossed()).contains("10 bytes", "containers.ratio");
    }
}
