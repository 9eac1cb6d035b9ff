/** Tests of the Helm chart: linted, rendered, checked and packaged by Helm itself. */
@NullMarked
package dev.seaway.helm;

import org.jspecify.annotations.NullMarked;
