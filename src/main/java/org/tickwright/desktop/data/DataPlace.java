package org.tickwright.desktop.data;

/// To come.
public final class DataPlace {
    private DataPlace() {}
}
