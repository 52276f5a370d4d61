/** The claims of the paper and around it, grouped by section, and the one list of them. */
package org.cubecheck.paper;
