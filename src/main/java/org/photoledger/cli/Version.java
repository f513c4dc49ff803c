package org.photoledger.cli;

/** The product's version, from its jar's manifest. */
final class Version {

    private Version() {}

    static String number() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
