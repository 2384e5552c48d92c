/// Tests of the help pages.
package org.tickwright.desktop.help;
