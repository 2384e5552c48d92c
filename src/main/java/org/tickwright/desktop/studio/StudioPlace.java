package org.tickwright.desktop.studio;

/// To come.
public final class StudioPlace {
    private StudioPlace() {}
}
