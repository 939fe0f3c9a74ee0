// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.lab;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.ringmaster.asteriskconf.ConfName;
import org.ringmaster.asteriskconf.Login;
import org.ringmaster.asteriskconf.Ports;
import org.ringmaster.asteriskconf.Secret;

/**
 * What a running Asterisk of the lab leaves behind for a later process: how to reach it and whom to
 * signal.
 *
 * @param lab the name of the lab it belongs to
 * @param node its own name in it
 * @param keeper the process that keeps its namespaces
 * @param asterisk Asterisk itself, which outlives a keeper that is killed: it has changed its user,
 *     and with that Linux takes its order to die back
 * @param owner the process that started it and stops it; 0 if it is to outlive that process
 * @param ports the ports it listens on
 * @param ari its ARI user
 * @param ami its AMI user
 */
record LabNote(
    ConfName lab,
    ConfName node,
    Process keeper,
    Process asterisk,
    Process owner,
    Ports ports,
    Login ari,
    Login ami) {

  /**
   * A process, told from a later one with the same id by its start.
   *
   * @param pid its id
   * @param startTicks its start as the kernel counts it, in ticks since boot; unlike a time of day
   *     every process reads the same
   */
  record Process(long pid, long startTicks) {
    static final Process NONE = new Process(0, 0);
    private static final int START_AFTER_NAME = 19;

    static Process of(ProcessHandle handle) {
      return new Process(handle.pid(), startTicks(handle.pid()));
    }

    static Process parse(String text) {
      String[] words = text.strip().split(" ");
      return new Process(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }

    String text() {
      return pid + " " + startTicks;
    }

    Optional<ProcessHandle> alive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(handle -> startTicks(pid) == startTicks);
    }

    /** Field 22 of the process's stat; -1 if it is gone. The name before it may hold anything. */
    private static long startTicks(long pid) {
      try {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(afterName[START_AFTER_NAME]);
      } catch (IOException e) {
        return -1;
      }
    }
  }

  /** What of it lives: keeper and Asterisk, one of them, or nothing. */
  List<ProcessHandle> alive() {
    return Stream.of(keeper, asterisk).flatMap(one -> one.alive().stream()).toList();
  }

  /** The same with other processes. */
  LabNote keptBy(Process other, Process itself) {
    return new LabNote(lab, node, other, itself, owner, ports, ari, ami);
  }

  /** The same owned by another process. */
  LabNote ownedBy(Process other) {
    return new LabNote(lab, node, keeper, asterisk, other, ports, ari, ami);
  }

  void writeTo(Path file) {
    Properties words = new Properties();
    words.setProperty("lab", lab.value());
    words.setProperty("node", node.value());
    put(words, "keeper", keeper);
    put(words, "asterisk", asterisk);
    put(words, "owner", owner);
    words.setProperty("sip", Integer.toString(ports.sip()));
    words.setProperty("http", Integer.toString(ports.http()));
    words.setProperty("ami", Integer.toString(ports.ami()));
    words.setProperty("rtp.first", Integer.toString(ports.rtpFirst()));
    words.setProperty("rtp.last", Integer.toString(ports.rtpLast()));
    put(words, "ari", ari);
    put(words, "ami", ami);
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(unfinished)) {
        words.store(out, null);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  static Optional<LabNote> readFrom(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    Ports ports =
        new Ports(
            number(words, "sip"),
            number(words, "http"),
            number(words, "ami"),
            number(words, "rtp.first"),
            number(words, "rtp.last"));
    return Optional.of(
        new LabNote(
            new ConfName(words.getProperty("lab")),
            new ConfName(words.getProperty("node")),
            process(words, "keeper"),
            process(words, "asterisk"),
            process(words, "owner"),
            ports,
            login(words, "ari"),
            login(words, "ami")));
  }

  private static void put(Properties words, String key, Process process) {
    words.setProperty(key + ".pid", Long.toString(process.pid));
    words.setProperty(key + ".ticks", Long.toString(process.startTicks));
  }

  private static void put(Properties words, String key, Login login) {
    words.setProperty(key + ".user", login.user().value());
    words.setProperty(key + ".secret", login.secret().reveal());
  }

  private static Process process(Properties words, String key) {
    return new Process(
        Long.parseLong(words.getProperty(key + ".pid", "0")),
        Long.parseLong(words.getProperty(key + ".ticks", "0")));
  }

  private static Login login(Properties words, String key) {
    return new Login(
        new ConfName(words.getProperty(key + ".user")),
        new Secret(words.getProperty(key + ".secret")));
  }

  private static int number(Properties words, String key) {
    return Integer.parseInt(words.getProperty(key));
  }
}
