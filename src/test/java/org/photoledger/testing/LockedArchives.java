package org.photoledger.testing;

import java.util.Base64;

/**
 * Archives that the password {@code geheim} opens. They are kept, not made: whoever encrypts begins with random bytes. Made by
 * Info-ZIP's zip 3.0, zip4j 2.11.6 and Commons Compress 1.28.0.
 */
public final class LockedArchives {

    /** Holds {@code a.txt} in the old encryption of zip. */
    public static final byte[] OLD_ZIP =
            decoded("UEsDBBQACQAIACE6e11tWnd9LAAAACwAAAAFABwAYS50eHRVVAkAA20uCWttLglrdXgLAAEEAAAAAAQAAAAAPOjGbWauJDsc"
                    + "RhHWt+nW2gxl6Eiv9JioMAgL4mdSl4onPhRRRsjldxVYFKNQSwcIbVp3fSwAAAAsAAAAUEsBAh4DFAAJAAgAITp7XW1ad30s"
                    + "AAAALAAAAAUAGAAAAAAAAQAAAKSBAAAAAGEudHh0VVQFAANtLglrdXgLAAEEAAAAAAQAAAAAUEsFBgAAAAABAAEASwAAAHsA"
                    + "AAAAAA==");

    /** Holds {@code a.txt} and {@code b.txt} in the encryption of WinZip. */
    public static final byte[] AES_ZIP =
            decoded("UEsDBDMAAQhjACA6e10AAAAAPAAAACwAAAAFAAsAYS50eHQBmQcAAgBBRQMIAHGHpocbnmiZmMNBf+g+T1NJO1y4KYLIwFFs"
                    + "Ep6szKXEhvLISIM0tWCq5nWRciCvWV2DOm2I5TFxqmTq0VBLAwQzAAEIYwAgOntdbVp3fUAAAAAsAAAABQALAGIudHh0AZkH"
                    + "AAEAQUUBAACs36X1k2QTLnilREaXBHNZ2rsA2en66WonsqRphv0Z6FkhWgWTyKTbNE5P1KoXZesN8h8K1EKlYUH25cxPp2dK"
                    + "UEsBAjMDMwABCGMAIDp7XQAAAAA8AAAALAAAAAUACwAAAAAAAAAAAKSBAAAAAGEudHh0AZkHAAIAQUUDCABQSwECMwMzAAEI"
                    + "YwAgOntdbVp3fUAAAAAsAAAABQALAAAAAAAAAAAApIFqAAAAYi50eHQBmQcAAQBBRQEAAFBLBQYAAAAAAgACAHwAAADYAAAA"
                    + "AAA=");

    /** Holds {@code صورة.gif}, which is {@link SampleImages#gif}; its directory is not encrypted. */
    public static final byte[] SEVEN_ZIP =
            decoded("N3q8ryccAAJ/uiiXMAAAAAAAAABXAAAAAAAAAEA/Hd7Qjfx9Dro9G7zu0nzjQro4jNqaYEeUzJOWamF7k3cpEoGRvCfAzMNc"
                    + "WFdF2f/g+0UBBAYAAQkwCgFw9PYOAAcLAQACJAbxBwESUw/nW9kvgOefrpjoV3h08XusISEBFgEADCYiCgGGTjOpAAgAAAUB"
                    + "ERMANQZIBjEGKQYuAGcAaQBmAAAAAAAA");

    private LockedArchives() {}

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
