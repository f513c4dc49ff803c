package org.photoledger.finding;

/** How much a finding weighs: a fact to know, something to look at, or something that was lost. */
public enum Severity {
    INFO,
    NOTICE,
    WARNING
}
