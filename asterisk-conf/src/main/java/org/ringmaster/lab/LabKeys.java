// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Secret;

/**
 * What a lab must remember to write its files a second time: the secret from which each telephone's
 * own is made, and where the telephones outside are found. Kept beside each of its Asterisks.
 *
 * @param seed the secret of secrets
 * @param telephonePort the UDP port of the telephones outside
 */
record LabKeys(Secret seed, int telephonePort) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SECRET_LENGTH = 32;

  static LabKeys draw() {
    return new LabKeys(Secret.draw(), LabPorts.free());
  }

  /** The secret of one telephone; the same each time. */
  Secret of(ConfName edge, ConfName telephone) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(seed.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] made = mac.doFinal((edge + "/" + telephone).getBytes(StandardCharsets.UTF_8));
      return new Secret(HexFormat.of().formatHex(made).substring(0, SECRET_LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  static LabKeys readFrom(LabInstance instance) {
    try {
      String[] words = Files.readString(file(instance)).strip().split(" ");
      return new LabKeys(new Secret(words[0]), Integer.parseInt(words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the keys of " + instance.name(), e);
    }
  }

  void writeTo(LabInstance instance) {
    try {
      Files.writeString(file(instance), seed.reveal() + " " + telephonePort);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the keys of " + instance.name(), e);
    }
  }

  private static Path file(LabInstance instance) {
    return instance.folder().resolve("lab.keys");
  }
}
