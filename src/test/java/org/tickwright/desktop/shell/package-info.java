/// Tests of the frame: what needs no toolkit, and the frame around fake places.
package org.tickwright.desktop.shell;
