// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

/** What a column holds, and as what a {@link StoreRow} keeps it. */
public enum ColumnKind {
  /** {@code text}, a {@code String}. */
  TEXT("text"),
  /** {@code smallint}, a {@code Long}. */
  SMALLINT("smallint"),
  /** {@code integer}, a {@code Long}. */
  INTEGER("integer"),
  /** {@code bigint}, a {@code Long}. */
  BIGINT("bigint"),
  /** {@code boolean}, a {@code Boolean}. */
  BOOLEAN("boolean"),
  /** {@code timestamptz}, a {@code Long} of epoch microseconds. */
  INSTANT("timestamp with time zone"),
  /** {@code jsonb}, a {@code String}. */
  JSON("jsonb"),
  /** {@code bytea}, a {@code byte[]}. */
  BYTES("bytea");

  private final String sqlName;

  ColumnKind(String sqlName) {
    this.sqlName = sqlName;
  }

  /** As PostgreSQL's catalogue calls it. */
  public String sqlName() {
    return sqlName;
  }
}
