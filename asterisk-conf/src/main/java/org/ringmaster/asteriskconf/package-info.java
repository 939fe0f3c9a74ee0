// SPDX-License-Identifier: Apache-2.0
/**
 * Owns Asterisk's side of the configuration: typed records of what an Asterisk needs to know and
 * the small explained conf files made from them. It never starts an Asterisk, never opens a socket
 * and never writes into a folder that is not handed to it.
 */
@NullMarked
package org.ringmaster.asteriskconf;

import org.jspecify.annotations.NullMarked;
