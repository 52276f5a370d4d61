/** What {@link org.cubecheck.identify} finds, as text, JSON and a page. Pure functions of an identification. */
package org.cubecheck.identification;
