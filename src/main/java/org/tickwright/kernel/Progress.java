package org.tickwright.kernel;

/// How long work tells whoever waits how far it is, and learns that it is no longer wanted.
public interface Progress {

    /// A listener that shows nothing and never cancels.
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String activity) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /// Says that `fraction` (0 to 1, or negative while unknown) is done and what is being done now.
    void report(double fraction, String activity);

    /// True once the work should stop as soon as it safely can.
    boolean cancelled();
}
