package org.photoledger.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.photoledger.container.Archives.ZIP;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Encrypted zips that other programs made: Info-ZIP's zip 3.0 the old encryption, zip4j 2.11.6 that of WinZip. */
class ZipPasswordsTest {

    private static final String TEXT = "not a photo, only some text, only some text\n";

    private static final byte[] OLD = Base64.getDecoder()
            .decode("UEsDBBQACQAIACE6e11tWnd9LAAAACwAAAAFABwAYS50eHRVVAkAA20uCWttLglrdXgLAAEEAAAAAAQAAAAAPOjGbWauJDsc"
                    + "RhHWt+nW2gxl6Eiv9JioMAgL4mdSl4onPhRRRsjldxVYFKNQSwcIbVp3fSwAAAAsAAAAUEsBAh4DFAAJAAgAITp7XW1ad30s"
                    + "AAAALAAAAAUAGAAAAAAAAQAAAKSBAAAAAGEudHh0VVQFAANtLglrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEASwAAAHsA"
                    + "AAAAAA==");

    private static final byte[] AES = Base64.getDecoder()
            .decode("UEsDBDMAAQhjACA6e10AAAAAPAAAACwAAAAFAAsAYS50eHQBmQcAAgBBRQMIAHGHpocbnmiZmMNBf+g+T1NJO1y4KYLIwFFs"
                    + "Ep6szKXEhvLISIM0tWCq5nWRciCvWV2DOm2I5TFxqmTq0VBLAwQzAAEIYwAgOntdbVp3fUAAAAAsAAAABQALAGIudHh0AZkH"
                    + "AAEAQUUBAACs36X1k2QTLnilREaXBHNZ2rsA2en66WonsqRphv0Z6FkhWgWTyKTbNE5P1KoXZesN8h8K1EKlYUH25cxPp2dK"
                    + "UEsBAjMDMwABCGMAIDp7XQAAAAA8AAAALAAAAAUACwAAAAAAAAAAAKSBAAAAAGEudHh0AZkHAAIAQUUDCABQSwECMwMzAAEI"
                    + "YwAgOntdbVp3fUAAAAAsAAAABQALAAAAAAAAAAAApIFqAAAAYi50eHQBmQcAAQBBRQEAAFBLBQYAAAAAAgACAHwAAADYAAAA"
                    + "AAA=");

    @Test
    void withoutThePasswordAMemberIsNamedAndEncrypted() throws IOException {
        for (byte[] zip : new byte[][] {OLD, AES}) {
            Opened none = Opened.of(zip, ZIP);
            assertThat(none.names()).startsWith("a.txt");
            assertThat(none.ends()).containsOnly(new MemberEnd.Encrypted());
            Opened wrong = Opened.of(zip, ZIP, "wrong", "Geheim");
            assertThat(wrong.ends()).containsOnly(new MemberEnd.Encrypted());
            assertThat(wrong.texts()).containsOnly("");
        }
    }

    @Test
    void oneOfThePasswordsOpensIt() throws IOException {
        Opened old = Opened.of(OLD, ZIP, "wrong", "geheim");
        assertThat(old.texts()).containsExactly(TEXT);
        assertThat(old.ends()).containsOnly(new MemberEnd.Whole());
        Opened aes = Opened.of(AES, ZIP, "wrong", "geheim");
        assertThat(aes.names()).containsExactly("a.txt", "b.txt");
        assertThat(aes.texts()).containsExactly(TEXT, TEXT);
        assertThat(aes.ends()).containsOnly(new MemberEnd.Whole());
    }

    @Test
    void noWrongPasswordIsTakenForRight() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Opened.of(OLD, ZIP, "wrong" + i).ends()).containsOnly(new MemberEnd.Encrypted());
        }
    }

    @Test
    void encryptedBytesThatWereChangedAreDamage() throws IOException {
        byte[] changed = AES.clone();
        changed[80] ^= 1;
        assertThat(Opened.of(changed, ZIP, "geheim").ends().get(0)).isInstanceOf(MemberEnd.Damaged.class);
    }
}
