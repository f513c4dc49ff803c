package org.photoledger.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values become text; what is left out of a long list is said in its place. */
class TagValuesTest {

    @Test
    void aListTellsItsItemsUpToTheLimitAndThenHowManyThereAre() {
        assertThat(TagValues.text(new byte[] {1, -1})).isEqualTo("1 255");
        assertThat(TagValues.text(new int[4_096])).endsWith("0 0").doesNotContain("…");
        assertThat(TagValues.text(new int[4_097])).endsWith("0 … of 4097");
    }
}
