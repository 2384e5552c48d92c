/// Journeys that a person takes through the workstation, with keyboard and mouse, over the whole program but the store.
///
/// Start at [FirstResultJourneyTest].
package org.tickwright.desktop.journey;
