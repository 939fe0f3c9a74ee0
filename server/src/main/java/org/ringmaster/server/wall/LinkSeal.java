// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.wall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.wall.WallLinkId;

/**
 * Signs the links by which a wall looks, with a key that lies in the platform's folder and outlives
 * a restart. Whoever deletes the file makes all links worthless. Any thread.
 */
public final class LinkSeal {

  private static final String FILE = "ringmaster.wall-key";
  private static final String METHOD = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int MAX_TOKEN = 256;

  private final byte[] key;

  private LinkSeal(byte[] key) {
    this.key = key.clone();
  }

  /** The seal whose key lies in this folder; it is drawn where there is none. */
  public static LinkSeal in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      byte[] kept = Files.readAllBytes(file);
      if (kept.length == KEY_BYTES) {
        return new LinkSeal(kept);
      }
    }
    byte[] drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    Path written =
        Files.createTempFile(
            folder,
            "wall-key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(written, drawn);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new LinkSeal(drawn);
  }

  /** What the wall shows to be let in. */
  String token(WallLinkId link, long expiresAtMicros) {
    String said = link.value() + "." + expiresAtMicros;
    return said + "." + sign(said);
  }

  /** The link a token is of, or null where we did not sign it or it is over, epoch microseconds. */
  @Nullable WallLinkId link(String token, long nowMicros) {
    int end = token.lastIndexOf('.');
    int middle = end < 1 ? -1 : token.lastIndexOf('.', end - 1);
    if (middle < 1 || token.length() > MAX_TOKEN) {
      return null;
    }
    String said = token.substring(0, end);
    byte[] ours = sign(said).getBytes(StandardCharsets.US_ASCII);
    byte[] theirs = token.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(ours, theirs)) {
      return null;
    }
    boolean lasts = nowMicros < Long.parseLong(said.substring(middle + 1));
    return lasts ? new WallLinkId(said.substring(0, middle)) : null;
  }

  private String sign(String said) {
    try {
      Mac mac = Mac.getInstance(METHOD);
      mac.init(new SecretKeySpec(key, METHOD));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + METHOD, e);
    }
  }
}
