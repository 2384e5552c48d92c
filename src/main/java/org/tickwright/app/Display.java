package org.tickwright.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks whether a window can be opened, before JavaFX is asked to: JavaFX answers with stack traces.
@SuppressWarnings("restricted") // looks for system libraries and asks X11 once
final class Display {
    /// Library → Debian package, for drawing text without a display.
    private static final Map<String, String> HEADLESS = libraries(
            "libfreetype.so.6", "libpangoft2-1.0-0",
            "libpangoft2-1.0.so.0", "libpangoft2-1.0-0");

    /// Library → Debian package, for a window.
    private static final Map<String, String> WINDOW = libraries(
            "libX11.so.6", "libgtk-3-0",
            "libgtk-3.so.0", "libgtk-3-0",
            "libXtst.so.6", "libxtst6",
            "libpangoft2-1.0.so.0", "libpangoft2-1.0-0");

    /// Why there is no window, or that there can be one.
    enum State {
        READY,
        NO_DISPLAY,
        DEAD_DISPLAY,
        LIBRARIES_MISSING
    }

    private Display() {}

    private static Map<String, String> libraries(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static boolean linux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// What can be expected of this machine.
    static State state(Map<String, String> environment) {
        if (!linux()) {
            return State.READY;
        }
        String display = environment.get("DISPLAY");
        if (display == null || display.isBlank()) {
            return State.NO_DISPLAY;
        }
        if (!missingForWindow().isEmpty()) {
            return State.LIBRARIES_MISSING;
        }
        return opens() ? State.READY : State.DEAD_DISPLAY;
    }

    /// Debian packages without which no window opens.
    static List<String> missingForWindow() {
        return missing(WINDOW);
    }

    /// Debian packages without which no text is drawn even without a display.
    static List<String> missingForHeadless() {
        return linux() ? missing(HEADLESS) : List.of();
    }

    private static List<String> missing(Map<String, String> libraries) {
        List<String> packages = new ArrayList<>();
        libraries.forEach((library, name) -> {
            if (!loads(library) && !packages.contains(name)) {
                packages.add(name);
            }
        });
        return packages;
    }

    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Asks the display server once, the way JavaFX will.
    private static boolean opens() {
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            Linker linker = Linker.nativeLinker();
            MethodHandle open = linker.downcallHandle(
                    x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close = linker.downcallHandle(
                    x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            var _ = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            throw new IllegalStateException("X11 answered in a way this program does not know", e);
        }
    }
}
