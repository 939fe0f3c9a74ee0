// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.aribridge.ami;

import java.util.regex.Pattern;
import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asks Asterisk to read a module's configuration again. */
public final class ReloadAction extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;
  private static final Pattern MODULE = Pattern.compile("[a-z0-9_]{1,64}(\\.so)?");

  private final String module;

  /**
   * A reload.
   *
   * @param module such as {@code res_pjsip.so}
   * @throws IllegalArgumentException where that is no module's name
   */
  public ReloadAction(String module) {
    if (!MODULE.matcher(module).matches()) {
      throw new IllegalArgumentException("not a module's name");
    }
    this.module = module;
  }

  @Override
  public String getAction() {
    return "Reload";
  }

  /** The module; the action's field on the wire. */
  public String getModule() {
    return module;
  }
}
