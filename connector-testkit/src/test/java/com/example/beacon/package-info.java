/** The example of the page "Writing a connector". */
@NullMarked
package com.example.beacon;

import org.jspecify.annotations.NullMarked;
