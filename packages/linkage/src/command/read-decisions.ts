import { LinkageError } from "#model";
import { verdicts, type Decision } from "#review";
import { readTable, requireColumns } from "./read-table.ts";

/** Reads decisions from CSV: left_id,right_id,verdict,reviewer,at and, where wanted, field,role,reason. */
export async function readDecisions(file: string): Promise<Decision[]> {
  const table = await readTable(file);
  requireColumns(table, file, ["left_id", "right_id", "verdict", "reviewer", "at"]);
  return table.rows.map((row, i) => {
    const verdict = verdicts.find((known) => known === row["verdict"]);
    const role = row["role"] === "arbiter" ? "arbiter" : "reviewer";
    if (!verdict || (row["role"] && row["role"] !== role))
      throw new LinkageError(
        "labels-invalid",
        `line ${i + 2} of ${file}: verdict is one of ${verdicts.join(", ")}, role reviewer or arbiter`,
        { file, line: i + 2 },
      );
    return {
      leftId: row["left_id"] ?? "",
      rightId: row["right_id"] ?? "",
      verdict,
      reviewer: row["reviewer"] ?? "",
      role,
      at: row["at"] ?? "",
      ...(row["field"] ? { field: row["field"] } : {}),
      ...(row["reason"] ? { reason: row["reason"] } : {}),
    };
  });
}
