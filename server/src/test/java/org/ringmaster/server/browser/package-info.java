// SPDX-License-Identifier: Apache-2.0
/** Tests of the pages in a real browser. Never of what the server alone can tell. */
@NullMarked
package org.ringmaster.server.browser;

import org.jspecify.annotations.NullMarked;
