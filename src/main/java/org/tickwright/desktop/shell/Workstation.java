package org.tickwright.desktop.shell;

/// To come.
public final class Workstation {
    private Workstation() {}
}
