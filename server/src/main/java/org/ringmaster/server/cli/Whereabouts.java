// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the running platform of a var folder is found, and the token that shows that we may read
 * that folder. It prints without the token.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 * @param token what goes behind {@code Authorization: Bearer}
 */
public record Whereabouts(URI address, String token) {
  private static final String ADDRESS_FILE = "ringmaster.address";
  private static final String TOKEN_FILE = "ringmaster.token";

  /** The file that the platform writes its token to at each start, readable by its owner only. */
  public static Path tokenFile(Path varFolder) {
    return varFolder.resolve(TOKEN_FILE);
  }

  /** Tells where the platform is found, once it listens; a reader never sees half a file. */
  public static void tell(Path varFolder, URI address) {
    try {
      Path made = Files.createTempFile(varFolder, ".address", null);
      Files.writeString(made, address + "\n");
      Files.move(
          made,
          varFolder.resolve(ADDRESS_FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell in " + varFolder + " where we are", e);
    }
  }

  /** Forgets address and token, when the platform stops. */
  public static void forget(Path varFolder) {
    try {
      Files.deleteIfExists(varFolder.resolve(ADDRESS_FILE));
      Files.deleteIfExists(tokenFile(varFolder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the address in " + varFolder, e);
    }
  }

  /** What the files say; empty if there are none. That something listens there is not looked at. */
  public static Optional<Whereabouts> readFrom(Path varFolder) {
    try {
      String address = Files.readString(varFolder.resolve(ADDRESS_FILE)).strip();
      String token = Files.readString(tokenFile(varFolder)).strip();
      return Optional.of(new Whereabouts(URI.create(address), token));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
