package org.tickwright.plugin;

/// What a plug-in threw, in words.
final class PlugInWords {
    private PlugInWords() {}

    /// The kind of a throwable and its message, and where in the plug-in it came from.
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && wraps(cause)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            return "it needs " + String.valueOf(message).replace('/', '.')
                    + ", which is neither in the jar nor part of the plug-in face";
        }
        String kind = cause.getClass().getSimpleName();
        StackTraceElement[] trace = cause.getStackTrace();
        String place = trace.length == 0 || trace[0].getFileName() == null
                ? ""
                : " (" + trace[0].getFileName() + ":" + trace[0].getLineNumber() + ")";
        return kind + (message == null || message.isBlank() ? "" : ": " + message) + place;
    }

    private static boolean wraps(Throwable thrown) {
        return thrown instanceof java.util.ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof java.lang.reflect.InvocationTargetException;
    }
}
