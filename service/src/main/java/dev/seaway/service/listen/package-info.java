/** What asks for a resync: the catalog, a schedule, a call. And the memory of what was asked. */
@NullMarked
package dev.seaway.service.listen;

import org.jspecify.annotations.NullMarked;
