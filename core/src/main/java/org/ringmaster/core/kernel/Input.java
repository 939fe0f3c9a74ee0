// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.kernel;

/** Something we were told: by Asterisk, a person, a timer, the configuration. Always a record. */
public interface Input {}
