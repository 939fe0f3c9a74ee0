// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is logged, and how: everything to the standard error, so that answers on the standard output
 * stay clean. In code, because logback takes a third of a second to read the same from a file, by
 * which each start would be later. {@code -Dlogback.configurationFile} goes before it; {@code
 * RINGMASTER_LOG_LEVEL} names another level.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  private static final String OWN_FILE = "logback.configurationFile";
  private static final String LEVEL = "RINGMASTER_LOG_LEVEL";
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %-18.18thread %logger{0}: %msg%n";

  private static final Map<String, Level> QUIETER =
      Map.of(
          // Pools and migrations are of interest only when something is wrong with them.
          "com.zaxxer.hikari",
          Level.WARN,
          "org.flywaydb",
          Level.WARN,
          "io.netty",
          Level.WARN,
          // It says so of each field of AMI that nobody asked for.
          "org.asteriskjava.manager.util.EventAttributesHelper",
          Level.ERROR,
          // It says so at every try to connect; we say once that it has gone and once that it is
          // back.
          "org.asteriskjava.manager.internal.ManagerConnectionImpl",
          Level.ERROR,
          // It writes events that it does not know whole, numbers of people included.
          "org.asteriskjava.manager.internal.EventBuilderImpl",
          Level.OFF);

  /** Made by logback, once. */
  public LogConfigurator() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty(OWN_FILE) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("err");
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getenv(LEVEL), Level.INFO));
    root.addAppender(appender);
    QUIETER.forEach((name, level) -> context.getLogger(name).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
