import type { KyselyPlugin, UnknownRow } from "kysely";

/**
 * Columns are written snake_case in SQL and read camelCase in TypeScript: `person_id` comes back as `personId`. Only the
 * names of a row's own columns change; keys inside jsonb are content and stay.
 */
export const rowNames: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: renamed(result.rows) }),
};

function renamed(rows: UnknownRow[]): UnknownRow[] {
  const names = Object.keys(rows[0] ?? {}).map((name) => [name, camelCase(name)] as const);
  if (names.every(([column, name]) => column === name)) return rows;
  return rows.map((row) => {
    const shown: UnknownRow = {};
    for (const [column, name] of names) shown[name] = row[column];
    return shown;
  });
}

function camelCase(column: string): string {
  return column.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
