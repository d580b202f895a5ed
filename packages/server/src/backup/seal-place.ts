import type { Keys } from "#keys";

/**
 * What a seal is bound to: the table, the column and the row's id, or what stands for one where a table has none. `column` is
 * that of the sealed bytes, such as `nik_sealed`.
 */
export function sealPlaceOf(
  table: string,
  row: (column: string) => string,
  column: string,
): Parameters<Keys["open"]>[1] {
  if (table === "auth.mails") return { table, column, rowId: row("id") };
  const name = table.slice(table.indexOf(".") + 1);
  const parts: Readonly<Record<string, () => string>> = {
    import_rows: () => `${row("batch_id")}:${row("sheet")}:${row("row_no")}`,
    mandate_accounts: () => row("pledge_id"),
    coverage: () => `${row("release_id")}|${row("code")}`,
    alms_round_children: () => `${row("round_id")}|${row("child_id")}`,
  };
  return { table: name, column: column.replace(/_sealed$/, ""), rowId: parts[name]?.() ?? row("id") };
}
