import type { Candidate } from "#review";
import { readTable, requireColumns } from "./read-table.ts";

/** Reads links as `link` writes them: left_id,right_id,probability and weight. */
export async function readCandidates(file: string): Promise<Candidate[]> {
  const table = await readTable(file);
  requireColumns(table, file, ["left_id", "right_id", "probability"]);
  return table.rows.map((row) => ({
    leftId: row["left_id"] ?? "",
    rightId: row["right_id"] ?? "",
    probability: Number(row["probability"]),
    ...(row["weight"] ? { weight: Number(row["weight"]) } : {}),
  }));
}
