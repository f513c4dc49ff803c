package org.photoledger.store;

/** How a test opens an encrypted H2 file without the program. */
public final class FileLogin {

    private FileLogin() {}

    /** What H2 takes as the password: the file's key, then the user's password, which is empty. */
    public static String of(String secret) {
        return FileKey.of(secret).word() + " ";
    }
}
