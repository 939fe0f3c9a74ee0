// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of the built-in PostgreSQL: its data, its password, its port. Nothing in it is ever
 * deleted but what a start that was cut off has left half made.
 */
final class PostgresFolder {
  private static final int PASSWORD_BYTES = 24;
  private static final int PORT_LINE = 3;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;

  private PostgresFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder, made if need be. */
  static PostgresFolder at(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      if (absolute.getParent() != null) {
        Files.createDirectories(absolute.getParent());
      }
      Files.createDirectories(absolute, OWNER_ONLY_FOLDER);
    }
    return new PostgresFolder(absolute.toRealPath());
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Where a new data folder is made, to be moved to its place when it is whole. */
  Path unfinished() {
    return folder.resolve("data.unfinished");
  }

  Path startLines() {
    return folder.resolve("start.log");
  }

  Path lock() {
    return folder.resolve("start.lock");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path settings() {
    return data().resolve("ringmaster.conf");
  }

  /** The password, drawn at the first call, in a file that only its owner can read. */
  String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] drawn = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(drawn);
      Files.createFile(file, OWNER_ONLY_FILE);
      Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
    }
    return Files.readString(file).strip();
  }

  /** The same port as last time, where it is free, so that people's own tools find us again. */
  int freePort() throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      int last = Integer.parseInt(Files.readString(file).strip());
      if (isFree(last)) {
        return last;
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      Files.writeString(file, port + "\n");
      return port;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** The major version that made the data, or empty where there is none yet. */
  Optional<String> dataVersion() throws IOException {
    Path file = data().resolve("PG_VERSION");
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  /** The first lines of postmaster.pid while that very process lives: its id and its port. */
  Optional<Running> running() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() <= PORT_LINE || lines.get(PORT_LINE).isBlank()) {
      return Optional.empty();
    }
    long processId = Long.parseLong(lines.get(0).strip());
    return livesHere(processId)
        ? Optional.of(new Running(processId, Integer.parseInt(lines.get(PORT_LINE).strip())))
        : Optional.empty();
  }

  /** A postmaster that lives. */
  record Running(long processId, int port) {}

  /**
   * Takes away a postmaster.pid that a dead postmaster left, when its number now belongs to another
   * program: PostgreSQL would take that one for itself and refuse to start. As long as any process
   * works in the data folder nothing is touched.
   */
  void forgetReusedNumber() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file) || isInhabited()) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    long processId = lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
    if (ProcessHandle.of(processId).isPresent() && !livesHere(processId)) {
      Files.delete(file);
    }
  }

  /** Whether any process of the server, the postmaster or one it left behind, still works here. */
  boolean isInhabited() throws IOException {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.anyMatch(process -> livesHere(process.pid()));
    }
  }

  private boolean livesHere(long processId) {
    try {
      Path home = Files.readSymbolicLink(Path.of("/proc", Long.toString(processId), "cwd"));
      return home.equals(data());
    } catch (IOException e) {
      return false; // gone, or not ours to look at
    }
  }

  /** Writes what we want of the server; read after PostgreSQL's own file. */
  void writeSettings(int port) throws IOException {
    Files.writeString(
        settings(),
        """
        # Written at each start. Own settings go below the last line of postgresql.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 40
        max_wal_size = '2GB'
        timezone = 'UTC'
        log_timezone = 'UTC'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%%a.log'
        log_file_mode = 0600
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_truncate_on_rotation = on
        """
            .formatted(port),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }
}
