/// Tests of the Data place's view models, without a toolkit.
package org.tickwright.desktop.data;
