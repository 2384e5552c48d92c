package org.tickwright.desktop.tour;

/// A screen in one state, and how to come there from the one before.
record Stop(String name, Arrival arrive) {

    /// Something to do that may fail.
    interface Arrival {
        /// Goes there.
        void run() throws Exception;
    }
}
