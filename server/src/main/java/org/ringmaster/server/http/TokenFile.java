// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The command line's way in: a token in a file that only its owner can read, drawn anew at each
 * start of the platform. Whoever can read the file runs as the platform's own user anyway.
 */
public final class TokenFile {

  private static final int TOKEN_BYTES = 32;

  private final byte[] token;

  private TokenFile(byte[] token) {
    this.token = token;
  }

  /** Draws a token and writes it to the file, readable and writable by its owner only. */
  public static TokenFile draw(Path file) throws IOException {
    byte[] drawn = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(drawn);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    Path folder = file.toAbsolutePath().getParent();
    Path written =
        Files.createTempFile(
            folder,
            "token",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(written, text + "\n");
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new TokenFile(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** What a file holds, for the command line. */
  public static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  /** Whether this is the token; takes as long for a wrong one. */
  boolean matches(String offered) {
    return MessageDigest.isEqual(token, offered.getBytes(StandardCharsets.UTF_8));
  }
}
