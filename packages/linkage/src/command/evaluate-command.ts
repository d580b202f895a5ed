import { LinkageError } from "#model";
import { evaluateClusters, evaluateLinks } from "#evaluation";
import { filesOf, type Arguments } from "./parse-arguments.ts";
import type { CsvTable } from "./parse-csv.ts";
import { hasColumns, readTable } from "./read-table.ts";

/**
 * `evaluate PRED TRUTH`: precision, recall and F1 of links (left_id,right_id) or of clusters (id,cluster_id, with B³)
 * against a file of the same columns.
 */
export async function evaluateCommand(args: Arguments): Promise<number> {
  const [predicted = "", truth = ""] = filesOf(args, ["PRED", "TRUTH"]);
  const [a, b] = await Promise.all([readTable(predicted), readTable(truth)]);
  if (hasColumns(a, "left_id", "right_id") && hasColumns(b, "left_id", "right_id")) {
    const result = evaluateLinks(linksOf(a), linksOf(b));
    process.stdout.write(`${JSON.stringify(result, null, args.json ? 0 : 1)}\n`);
    return 0;
  }
  if (hasColumns(a, "id", "cluster_id") && hasColumns(b, "id", "cluster_id")) {
    const result = evaluateClusters(clustersOf(a), clustersOf(b));
    process.stdout.write(`${JSON.stringify(result, null, args.json ? 0 : 1)}\n`);
    return 0;
  }
  throw new LinkageError(
    "column-missing",
    "both files need the columns left_id and right_id, or both id and cluster_id",
  );
}

const linksOf = (table: CsvTable) =>
  table.rows.map((row) => ({
    left: row["left_id"] ?? "",
    right: row["right_id"] ?? "",
    ...(row["probability"] ? { probability: Number(row["probability"]) } : {}),
  }));
const clustersOf = (table: CsvTable) =>
  new Map(table.rows.map((row) => [row["id"] ?? "", row["cluster_id"] ?? ""]));
