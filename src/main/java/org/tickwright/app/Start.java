package org.tickwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides how the workstation starts on this machine: in a window, or without a display by doing its main job.
final class Start {
    private Start() {}

    /// Returns the exit code.
    static int workstation(@Nullable Path homeOption, Map<String, String> environment) {
        Logging.quietToolkit();
        TickwrightHome home = TickwrightHome.locate(homeOption, environment);
        boolean forcedHeadless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
        Display.State display = forcedHeadless ? Display.State.NO_DISPLAY : Display.state(environment);
        return switch (display) {
            case READY -> DesktopApplication.open(home);
            case NO_DISPLAY -> FirstLook.run(home, "There is no display (DISPLAY is not set).", windowAdvice());
            case DEAD_DISPLAY ->
                FirstLook.run(home, "The display " + environment.get("DISPLAY") + " does not answer.", windowAdvice());
            case LIBRARIES_MISSING -> {
                List<String> missing = Display.missingForWindow();
                yield FirstLook.run(
                        home,
                        "A window needs system libraries that are not installed.",
                        "To get the window: apt-get install " + String.join(" ", missing)
                                + " (as root), then start again.");
            }
        };
    }

    private static String windowAdvice() {
        List<String> missing = Display.missingForWindow();
        String install =
                missing.isEmpty() ? "" : ", after 'apt-get install " + String.join(" ", missing) + "' (as root)";
        return "To get the window: start it in a desktop session, or under a display of its own ('xvfb-run' or 'ssh"
                + " -X')"
                + install + ".";
    }
}
