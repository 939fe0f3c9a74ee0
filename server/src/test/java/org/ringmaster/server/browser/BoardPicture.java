// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Takes a picture of a running platform's wallboard, for the documentation: {@code BoardPicture URL
 * NAME PASSWORD FILE [light|dark]}.
 */
final class BoardPicture {

  private BoardPicture() {}

  public static void main(String[] arguments) throws IOException {
    try (Browser browser = Browser.start(1600, 900)) {
      browser.prefer(arguments.length > 4 ? arguments[4] : "light");
      browser.open(URI.create(arguments[0]));
      browser.until("document.activeElement && document.activeElement.name === 'name'");
      browser.type(arguments[1]);
      browser.press("Tab");
      browser.type(arguments[2]);
      browser.press("Enter");
      browser.until("document.querySelector('[data-queue], .tiles .empty')");
      browser.picture(Path.of(arguments[3]));
    }
  }
}
