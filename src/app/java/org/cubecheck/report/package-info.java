/** Reports: canonical JSON, a self-contained page, Markdown, JUnit XML. Pure functions of an audit's report. */
package org.cubecheck.report;
