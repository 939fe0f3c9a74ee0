// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.queuelog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ringmaster.core.codec.CodecRegistry;
import org.ringmaster.core.codec.EncodeMode;
import org.ringmaster.core.codec.FactCodec;

/** What the log knows besides its lines, as bytes. Names never change. */
final class QueueLogCodec {
  private static final FactCodec CODEC =
      FactCodec.of(
          CodecRegistry.builder()
              .add("queuelog.queue", QueueLog.Served.class)
              .add("queuelog.number", QueueLog.Number.class)
              .add("queuelog.caller", WaitingCaller.class)
              .add("queuelog.ringing", QueueLog.Ringing.class)
              .add("queuelog.present", QueueLog.Present.class)
              .add("queuelog.handed-on", QueueLog.HandedOn.class)
              .add("queuelog.count", QueueLog.Count.class)
              .add("queuelog.hearing", QueueLog.Hearing.class)
              .add("queuelog.transfer", Transfers.Transfer.class)
              .add("queuelog.extension", Transfers.Extension.class)
              .add("queuelog.talk-bridge", Transfers.TalkBridge.class)
              .add("queuelog.asking", Transfers.Asking.class)
              .build());

  private QueueLogCodec() {}

  static byte[] encode(QueueLog log) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      List<Record> records = new ArrayList<>();
      log.snapshot(records::add);
      out.writeInt(records.size());
      for (Record each : records) {
        byte[] body = CODEC.encode(each, EncodeMode.FULL);
        out.writeUTF(CODEC.nameOf(each));
        out.writeInt(body.length);
        out.write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array refused bytes", e);
    }
    return bytes.toByteArray();
  }

  static void decodeInto(byte[] bytes, QueueLog log) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        log.restore(CODEC.decode(name, body));
      }
    }
  }
}
