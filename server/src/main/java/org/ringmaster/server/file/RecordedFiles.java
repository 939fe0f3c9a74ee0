// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringmaster.core.call.CallId;
import org.ringmaster.core.call.RecordingId;
import org.ringmaster.core.kernel.IdShape;

/**
 * The folder of recorded files. A file lies where its id says ({@code EPOCH/THOUSANDS/ID.wav});
 * beside them, for each day on which files expire, lies a folder with their names ({@code
 * expires/2027-02-25/ID.CALL}), so that nobody has to look at all files to find the few that are to
 * go. Whatever happens in the middle, a file is there whole or not at all. Used by any thread.
 */
public final class RecordedFiles {

  private static final Pattern ID = Pattern.compile("[a-z0-9]{3}-[a-z0-9]{6}-[0-9]{10}");
  private static final int EPOCH_AT = 4;
  private static final int NUMBER_AT = 11;
  private static final int THOUSANDS_END = 18;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String SOUND = ".wav";
  private static final String UNFINISHED = ".part";

  private final Path folder;

  /** A file whose time is over. */
  public record Expired(RecordingId file, CallId call) {}

  /** Gives a file's content to be kept. */
  @FunctionalInterface
  public interface Source {
    /** Writes all of it to a new file. */
    void into(Path target) throws IOException, InterruptedException;
  }

  /** Files in a folder, which is made at first use. */
  public RecordedFiles(Path folder) {
    this.folder = folder;
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /**
   * Keeps a file; it is whole and on the disk when this returns. Keeping it again replaces it.
   *
   * @param expiresMicros until when, epoch microseconds; 0 for ever
   * @throws IOException where it cannot be had or written, or is no sound
   */
  public KeptFile keep(RecordingId file, CallId call, long expiresMicros, Source source)
      throws IOException, InterruptedException {
    Path target = path(file);
    Files.createDirectories(target.getParent());
    Path unfinished = target.resolveSibling(file + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try {
      source.into(unfinished);
      WaveHeader header = WaveHeader.mended(unfinished);
      KeptFile kept =
          new KeptFile(sha256(unfinished), Files.size(unfinished), header.lengthMillis());
      sync(unfinished);
      if (expiresMicros > 0) {
        remember(file, call, expiresMicros);
      }
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(Objects.requireNonNull(target.getParent()));
      return kept;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Where a kept file is; empty where it is not kept here. */
  public Optional<Path> find(RecordingId file) {
    if (!ID.matcher(file.value()).matches()) {
      return Optional.empty(); // It may be what somebody typed into an address.
    }
    Path path = path(file);
    return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }

  /** Deletes a file, if it is there. */
  public void delete(RecordingId file) throws IOException {
    if (ID.matcher(file.value()).matches()) {
      Files.deleteIfExists(path(file));
    }
  }

  /** What expired before a day began (UTC). */
  public List<Expired> expiredBefore(LocalDate day) throws IOException {
    List<Expired> expired = new ArrayList<>();
    for (Path of : in(folder.resolve("expires"))) {
      if (isBefore(of, day)) {
        for (Path one : in(of)) {
          String[] names = one.getFileName().toString().split("\\.", 2);
          if (names.length == 2 && ID.matcher(names[0]).matches()) {
            expired.add(new Expired(new RecordingId(names[0]), new CallId(names[1])));
          }
        }
      }
    }
    return expired;
  }

  /** Forgets that something expired before a day, after it was deleted. */
  public void forget(Expired expired, LocalDate day) throws IOException {
    for (Path of : in(folder.resolve("expires"))) {
      if (isBefore(of, day)) {
        Files.deleteIfExists(of.resolve(expired.file() + "." + expired.call()));
        if (in(of).isEmpty()) {
          Files.deleteIfExists(of);
        }
      }
    }
  }

  /**
   * The hash of a file as it lies on the disk now, hexadecimal.
   *
   * @throws IOException where it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting = new DigestInputStream(in, newDigest())) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (digesting.read(buffer) >= 0) {
        // The digest sees every byte.
      }
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Path path(RecordingId file) {
    String id = file.value();
    if (!IdShape.isOurs(id)) {
      throw new IllegalArgumentException("no id of ours: " + id);
    }
    return folder
        .resolve(id.substring(EPOCH_AT, NUMBER_AT - 1))
        .resolve(id.substring(NUMBER_AT, THOUSANDS_END))
        .resolve(id + SOUND);
  }

  /** The day after the instant: a file is kept at least as long as it has to be. */
  private void remember(RecordingId file, CallId call, long expiresMicros) throws IOException {
    LocalDate day =
        Instant.ofEpochSecond(expiresMicros / 1_000_000).atZone(ZoneOffset.UTC).toLocalDate();
    Path of = folder.resolve("expires").resolve(day.toString());
    Files.createDirectories(of);
    try {
      Files.createFile(of.resolve(file + "." + call));
    } catch (FileAlreadyExistsException kept) {
      return;
    }
    sync(of);
  }

  private static boolean isBefore(Path folderOfDay, LocalDate day) {
    try {
      return LocalDate.parse(folderOfDay.getFileName().toString()).isBefore(day);
    } catch (DateTimeParseException notOurs) {
      return false;
    }
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
