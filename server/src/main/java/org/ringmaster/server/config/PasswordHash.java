// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password's hash: {@code $pbkdf2-sha256$ROUNDS$SALT$HASH}, with salt and hash in base 64 without
 * padding. It prints as stars; {@link #text()} is what a file keeps.
 *
 * @param text the hash as a file keeps it
 */
public record PasswordHash(String text) {
  static final String PREFIX = "$pbkdf2-";
  static final ValueType.Reader READER = PasswordHash::read;

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$([0-9]{4,7})\\$([A-Za-z0-9+/]{16,86})\\$([A-Za-z0-9+/]{43})");
  private static final int ROUNDS = 310_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int DRAWN_BYTES = 9;

  /** Refuses what is no hash with {@link IllegalArgumentException}, without printing it. */
  public PasswordHash {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a password's hash");
    }
  }

  /** Hashes a password with a new salt; takes about a tenth of a second, on purpose. */
  public static PasswordHash of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return of(salt, derived(password, salt, ROUNDS));
  }

  private static PasswordHash of(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$pbkdf2-sha256$"
            + ROUNDS
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(hash));
  }

  /**
   * The hash of no password that anybody knows: drawn, so that it costs nothing to make, and as
   * slow to compare with as any other.
   */
  public static PasswordHash ofNobody() {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BITS / Byte.SIZE];
    SecureRandom random = new SecureRandom();
    random.nextBytes(salt);
    random.nextBytes(hash);
    return of(salt, hash);
  }

  /** A password of twelve characters, drawn now. */
  public static String drawPassword() {
    byte[] drawn = new byte[DRAWN_BYTES];
    new SecureRandom().nextBytes(drawn);
    return Base64.getUrlEncoder().encodeToString(drawn);
  }

  /** Whether this is the hash of a password; takes as long for a wrong one. */
  public boolean matches(String password) {
    Matcher parts = WHOLE.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] salt = base64.decode(parts.group(2));
    byte[] derived = derived(password, salt, Integer.parseInt(parts.group(1)));
    return MessageDigest.isEqual(derived, base64.decode(parts.group(3)));
  }

  @Override
  public String toString() {
    return "***";
  }

  private static Object read(String text) {
    return text.startsWith("${") ? SecretReference.parse(text) : new PasswordHash(text);
  }

  /** In hexadecimal first, because a key specification takes letters and passwords may be any. */
  private static byte[] derived(String password, byte[] salt, int rounds) {
    String letters = HexFormat.of().formatHex(password.getBytes(StandardCharsets.UTF_8));
    PBEKeySpec spec = new PBEKeySpec(letters.toCharArray(), salt, rounds, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
