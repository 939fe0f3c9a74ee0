// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.ringmaster.lab.LabAsterisk;

/** A login at the manager of a lab's Asterisk, for actions that its command line does not have. */
final class ManagerLine implements AutoCloseable {
  private static final int MILLIS = 10_000;

  private final Socket socket;
  private final BufferedReader in;

  ManagerLine(LabAsterisk asterisk) throws IOException {
    socket = new Socket("127.0.0.1", asterisk.amiPort());
    socket.setSoTimeout(MILLIS);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String answer =
        ask(
            "Login",
            Map.of(
                "Username", asterisk.amiUser(), "Secret", asterisk.amiSecret(), "Events", "off"));
    if (!answer.contains("Response: Success")) {
      throw new IOException(answer);
    }
  }

  /** Asks for an action; the lines of its response. */
  String ask(String action, Map<String, String> fields) throws IOException {
    StringBuilder asked = new StringBuilder("Action: " + action + "\r\n");
    new TreeMap<>(fields)
        .forEach((name, value) -> asked.append(name).append(": ").append(value).append("\r\n"));
    socket
        .getOutputStream()
        .write(asked.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    StringBuilder answer = new StringBuilder();
    String line = in.readLine();
    while (line != null && !(line.isEmpty() && answer.indexOf("Response:") >= 0)) {
      answer.append(line).append('\n');
      line = in.readLine();
    }
    return answer.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
