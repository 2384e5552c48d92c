package org.tickwright.store;

/// The H2 database of a user's home.
public final class H2Store {
    private H2Store() {}
}
