// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringmaster.core.board.Boards;
import org.ringmaster.core.board.ManualSite;
import org.ringmaster.dialer.board.CampaignBoard;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.server.config.HttpSettings;
import org.ringmaster.server.file.FileRoom;
import org.ringmaster.server.forecast.ForecastRoom;
import org.ringmaster.server.http.DeskJson;
import org.ringmaster.server.list.ListRoom;

class WebRoomTest {

  @TempDir Path folder;

  private WebRoom open(int port) throws IOException {
    Boards boards = ManualSite.newBoards();
    CampaignBoard campaigns = new CampaignBoard();
    ListRoom lists = lists();
    return new WebRoom(
        new HttpSettings("127.0.0.1", port, List.of()),
        boards,
        new WebRoom.Givers(
            (input, author) -> {
              throw new IllegalStateException("nobody asks");
            },
            List::of,
            List::of,
            () -> {
              throw new IllegalStateException("nobody reloads");
            },
            ZoneOffset.UTC,
            input -> {
              throw new IllegalStateException("nobody tells");
            },
            () -> new DeskJson.Words(List.of(), List.of()),
            call -> CompletableFuture.completedFuture(List.of()),
            Optional::empty,
            new FileRoom(folder.resolve("recordings"), node -> null),
            lists,
            campaigns,
            new ForecastRoom(boards, lists.board(), campaigns, () -> 0)),
        folder);
  }

  private ListRoom lists() throws IOException {
    LeadFolder leads = new LeadFolder(folder.resolve("lists"));
    return new ListRoom(leads, new ListBoard(leads), () -> null);
  }

  private int openOnce(int port) throws IOException {
    try (WebRoom room = open(port)) {
      return room.address().getPort();
    }
  }

  @Test
  void whereAnyPortWillDoItIsThatOfTheLastRun() throws IOException {
    int first = openOnce(0);
    assertEquals(first, openOnce(0));
    assertEquals(first, openOnce(0));
  }

  @Test
  void whereAnotherProgramHasTheLastPortItIsANewOneFromThenOn() throws IOException {
    int first = openOnce(0);
    int second;
    try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getByName("127.0.0.1"))) {
      second = openOnce(0);
      assertNotEquals(first, second);
      assertThrows(BindException.class, () -> openOnce(other.getLocalPort()));
    }
    assertEquals(second, openOnce(0));
  }

  @Test
  void aFileThatHoldsNoPortIsNoObstacle() throws IOException {
    Files.writeString(folder.resolve("ringmaster.port"), "99999999");
    int first = openOnce(0);
    Files.writeString(folder.resolve("ringmaster.port"), "ninety");
    openOnce(0);
    Files.writeString(folder.resolve("ringmaster.port"), first + "\n");
    assertEquals(first, openOnce(0));
  }
}
