/** Type {@code jsm}: Jira Service Management Cloud. */
@NullMarked
package dev.seaway.connector.jsm;

import org.jspecify.annotations.NullMarked;
