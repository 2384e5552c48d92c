/// Tests of the page of questions in SQL.
@NullMarked
package org.tickwright.desktop.sql;

import org.jspecify.annotations.NullMarked;
