package org.photoledger.store;

import org.jspecify.annotations.Nullable;

/**
 * Photos of a month of the cameras' local time.
 *
 * @param month {@code 2013-04}, {@code 2013} where no month is told, null without a capture time
 */
public record MonthCount(@Nullable String month, long photos) {}
