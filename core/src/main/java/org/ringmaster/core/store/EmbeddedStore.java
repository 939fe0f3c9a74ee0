// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the platform: a real one, on loopback, with a password, that waits
 * for the disk. It is a process of its own and outlives us, so that the next start finds it
 * running; {@link #stop} ends it. Used by whoever starts or stops the platform, on one thread.
 */
public final class EmbeddedStore {
  private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedStore.class);
  private static final String USER = "ringmaster";
  private static final String DATABASE = "ringmaster";
  private static final int TRIES = 3;
  private static final long ORPHANS_SECONDS = 30;
  private static final long READY_SECONDS = 90;

  /** It is starting, or does not listen yet. */
  private static final Set<String> NOT_YET = Set.of("57P03", "08001", "08006");

  private static final String NO_SUCH_DATABASE = "3D000";

  private final PostgresFolder folder;
  private final Path cache;
  private boolean found;

  private EmbeddedStore(PostgresFolder folder, Path cache) {
    this.folder = folder;
    this.cache = cache;
  }

  /** Where the programs are unpacked unless something else is said: a cache of the user's. */
  public static Path defaultCache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("ringmaster");
  }

  /** Starts with the default cache for the programs; see {@link #start(Path, Path)}. */
  public static EmbeddedStore start(Path folder) {
    return start(folder, defaultCache());
  }

  /**
   * Starts the PostgreSQL of a folder, or finds it running. Makes folder, data, password and
   * database at the first call. Any thread: the file's lock keeps other processes out, and within
   * this one only one may ask for it at a time.
   *
   * @param folder keeps data and password; never cleaned
   * @param cache where the programs are unpacked
   * @throws StoreException saying what to do, say where the data is of another major version
   */
  public static synchronized EmbeddedStore start(Path folder, Path cache) {
    try {
      EmbeddedStore store = at(folder, cache);
      try (FileChannel channel =
              FileChannel.open(
                  store.folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        store.startLocked();
        LOGGER.info(
            "PostgreSQL at {} {}",
            store.address().shown(),
            lock.isValid() && store.found ? "was running" : "started");
      }
      return store;
    } catch (IOException | SQLException e) {
      throw new StoreException(
          "the built-in PostgreSQL in " + folder + " does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while PostgreSQL was starting", e);
    }
  }

  /**
   * Stops the PostgreSQL of a folder, if it runs; open transactions are rolled back.
   *
   * @return whether it was running
   */
  public static boolean stop(Path folder, Path cache) {
    try {
      if (!Files.isDirectory(folder)) {
        return false;
      }
      EmbeddedStore store = at(folder, cache);
      boolean running = store.folder.running().isPresent();
      store.stop();
      return running;
    } catch (IOException e) {
      throw new StoreException(
          "the built-in PostgreSQL in " + folder + " does not stop: " + e.getMessage(), e);
    }
  }

  private static EmbeddedStore at(Path folder, Path cache) throws IOException {
    return new EmbeddedStore(PostgresFolder.at(folder), cache);
  }

  /** The programs; one that was found running needs none, and is found the sooner for it. */
  private PostgresCommands commands() throws IOException {
    return new PostgresCommands(PostgresPrograms.in(cache));
  }

  /** Stops it, if it runs. */
  public void stop() {
    try {
      if (folder.running().isPresent()) {
        commands().mustRun("pg_ctl", "stop", "-D", folder.data().toString(), "-m", "fast", "-w");
      }
    } catch (IOException e) {
      throw new StoreException("PostgreSQL does not stop: " + e.getMessage(), e);
    }
  }

  /** Whether it was already running when we started it. */
  public boolean wasRunning() {
    return found;
  }

  /** The number of its first process; empty while it is stopped. */
  public Optional<Long> processId() {
    try {
      return folder.running().map(PostgresFolder.Running::processId);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where it is. */
  public StoreAddress address() {
    try {
      Optional<PostgresFolder.Running> running = folder.running();
      int port = running.isPresent() ? running.get().port() : folder.freePort();
      return new StoreAddress(
          "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, folder.password());
    } catch (IOException e) {
      throw new StoreException("the password of PostgreSQL cannot be read: " + e.getMessage(), e);
    }
  }

  private void startLocked() throws IOException, SQLException, InterruptedException {
    found = folder.running().isPresent();
    if (!found) {
      PostgresCommands commands = commands();
      mustFit(commands);
      if (folder.dataVersion().isEmpty()) {
        makeData(commands);
      }
      startServer(commands);
    }
    makeDatabase();
  }

  private void mustFit(PostgresCommands commands) throws IOException {
    String ours = commands.majorVersion();
    String theirs = folder.dataVersion().orElse(ours);
    if (!theirs.equals(ours)) {
      throw new StoreException(
          "the data in "
              + folder.data()
              + " was made by PostgreSQL "
              + theirs
              + ", and the built-in one is "
              + ours
              + ". Bring it over with pg_upgrade, or run PostgreSQL "
              + theirs
              + " on it yourself and give its address in ringmaster.yaml.");
    }
  }

  private void makeData(PostgresCommands commands) throws IOException {
    Path unfinished = folder.unfinished();
    if (Files.exists(unfinished)) {
      try (Stream<Path> walk = Files.walk(unfinished)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    folder.password();
    commands.mustRun(
        "initdb",
        "--pgdata=" + unfinished,
        "--username=" + USER,
        "--auth=scram-sha-256",
        "--pwfile=" + folder.passwordFile(),
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions");
    Files.writeString(
        unfinished.resolve("postgresql.conf"),
        "\ninclude 'ringmaster.conf'\n",
        StandardOpenOption.APPEND);
    Files.move(unfinished, folder.data());
  }

  private void startServer(PostgresCommands commands) throws IOException, InterruptedException {
    awaitOrphans();
    folder.forgetReusedNumber();
    for (int tried = 1; ; tried++) {
      folder.writeSettings(folder.freePort());
      PostgresCommands.Outcome outcome =
          commands.tryRun(
              "pg_ctl",
              "start",
              "-D",
              folder.data().toString(),
              "-w",
              "-t",
              "90",
              "-l",
              folder.startLines().toString());
      if (outcome.code() == 0) {
        return;
      }
      String lines = tail(folder.startLines());
      // Somebody may take a port between our look and the server's.
      if (tried == TRIES || !lines.contains("Address already in use")) {
        throw new StoreException("PostgreSQL does not start: " + outcome.text().strip() + lines);
      }
    }
  }

  /** Processes that a killed postmaster left end by themselves; until then no other may start. */
  private void awaitOrphans() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ORPHANS_SECONDS);
    while (folder.isInhabited() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static String tail(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    List<String> lines = Files.readAllLines(file);
    return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }

  /** One that was found may be repairing itself after a crash: it is waited for. */
  private Connection firstConnection(StoreAddress to) throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
    while (true) {
      try {
        return to.connect("ringmaster-start");
      } catch (SQLException e) {
        if (!NOT_YET.contains(String.valueOf(e.getSQLState())) || System.nanoTime() > end) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  /** Makes the database where it is not there, which only a server's first start finds. */
  private void makeDatabase() throws SQLException, InterruptedException {
    try {
      firstConnection(address()).close();
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
      try (Connection connection = firstConnection(address().database("postgres"));
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }
}
