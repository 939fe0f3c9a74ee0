// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/**
 * Describes the tables as a page of documentation, from the comments that the database itself
 * holds, so that page and tables cannot say different things. Used by any thread.
 */
public final class SchemaPage {
  private static final String RELATIONS =
      """
      select c.oid, c.relname, c.relkind, obj_description(c.oid, 'pg_class'),
             (select string_agg(a.attname, ', ' order by array_position(i.indkey::int[], a.attnum))
                from pg_index i join pg_attribute a
                  on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int[])
               where i.indrelid = c.oid and i.indisprimary)
        from pg_class c
       where c.relnamespace = 'ringmaster'::regnamespace and c.relkind in ('r', 'p', 'v')
         and not c.relispartition and c.relname not like 'migrations\\_%'
       order by c.relkind = 'v', c.relname""";
  private static final String COLUMNS =
      """
      select attname, format_type(atttypid, atttypmod), col_description(attrelid, attnum),
             attgenerated <> ''
        from pg_attribute where attrelid = ? and attnum > 0 and not attisdropped
       order by attnum""";

  private SchemaPage() {}

  /**
   * Every table and view with its columns, as Markdown.
   *
   * @throws StoreException naming a table or column that has no comment
   */
  public static String of(Connection connection) throws SQLException {
    return of(connection, name -> true);
  }

  /**
   * The same of some tables and views only.
   *
   * @param wanted which, by name
   */
  public static String of(Connection connection, Predicate<String> wanted) throws SQLException {
    StringBuilder page = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        String name = row.getString(2);
        if (!wanted.test(name)) {
          continue;
        }
        boolean view = row.getString(3).equals("v");
        page.append("\n### ").append(name).append(view ? " (view)\n\n" : "\n\n");
        page.append(commentOf(name, row.getString(4))).append('\n');
        if (!view) {
          page.append("Key: `").append(row.getString(5)).append("`.\n");
        }
        page.append("\n| column | type | what |\n|---|---|---|\n");
        columns(connection, row.getLong(1), name, page);
      }
    }
    return page.toString();
  }

  private static void columns(Connection connection, long relation, String name, StringBuilder page)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setLong(1, relation);
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        String column = row.getString(1);
        String comment = commentOf(name + "." + column, row.getString(3));
        page.append("| ").append(column).append(" | ").append(shortType(row.getString(2)));
        page.append(row.getBoolean(4) ? ", computed" : "");
        page.append(" | ").append(comment.replace("|", "\\|")).append(" |\n");
      }
    }
  }

  private static String shortType(String type) {
    return type.equals("timestamp with time zone") ? "timestamptz" : type;
  }

  private static String commentOf(String name, @org.jspecify.annotations.Nullable String comment) {
    if (comment == null || comment.isBlank()) {
      throw new StoreException(name + " has no comment; people point their own tools at it");
    }
    return comment;
  }
}
