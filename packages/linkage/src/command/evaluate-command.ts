import { LinkageError } from "#model";
import { evaluateClusters, evaluateLinks, linkCurve, type LinkPair, type Quality } from "#evaluation";
import { measureFromDecisions, type Estimate, type Measured } from "#review";
import { filesOf, numberOf, type Arguments } from "./parse-arguments.ts";
import type { CsvTable } from "./parse-csv.ts";
import { readCandidates } from "./read-candidates.ts";
import { readDecisions } from "./read-decisions.ts";
import { hasColumns, readTable } from "./read-table.ts";
import { reviewersOf } from "./run-options.ts";
import { writeWhole } from "./write-file.ts";

/**
 * `evaluate PRED TRUTH`: precision, recall and F1 of links (left_id,right_id) or of clusters (id,cluster_id, with B³)
 * against a file of the same columns. `evaluate LINKS --decisions FILE`: measured on what people decided.
 */
export async function evaluateCommand(args: Arguments): Promise<number> {
  if (args.decisions) return evaluateDecisions(args, args.decisions);
  const [predicted = "", truth = ""] = filesOf(args, ["PRED", "TRUTH"]);
  const [a, b] = await Promise.all([readTable(predicted), readTable(truth)]);
  if (hasColumns(a, "left_id", "right_id") && hasColumns(b, "left_id", "right_id")) {
    return evaluateLinkFiles(args, linksOf(a), linksOf(b));
  }
  if (hasColumns(a, "id", "cluster_id") && hasColumns(b, "id", "cluster_id")) {
    const result = evaluateClusters(clustersOf(a), clustersOf(b));
    const rows = [
      row("pairs", result.pairs),
      [
        "B³",
        percent(result.bCubed.precision),
        percent(result.bCubed.recall),
        percent(result.bCubed.f1),
        "",
        "",
        "",
      ],
    ];
    print(args, result, [heading, ...rows]);
    return 0;
  }
  throw new LinkageError(
    "column-missing",
    "both files need the columns left_id and right_id, or both id and cluster_id",
  );
}

async function evaluateLinkFiles(args: Arguments, predicted: LinkPair[], truth: LinkPair[]): Promise<number> {
  const result = evaluateLinks(predicted, truth);
  if (args.curve) {
    const points = linkCurve(predicted, truth).map(({ threshold, found, right, precision, recall, f1 }) =>
      [threshold, found, right, ...[precision, recall, f1].map((value) => value.toFixed(6))].join(","),
    );
    await writeWhole(args.curve, `${["threshold,found,right,precision,recall,f1", ...points].join("\n")}\n`);
  }
  const curve = (result.curve ?? []).map((point) => row(`from ${point.threshold}`, point));
  print(args, result, [heading, row("all", result), ...curve]);
  return 0;
}

/** Precision and recall of links at a threshold, from pairs people looked at; the links are those the queue was drawn from. */
async function evaluateDecisions(args: Arguments, decisions: string): Promise<number> {
  const [links = ""] = filesOf(args, ["LINKS"]);
  const threshold = numberOf(args.threshold, "threshold", { least: 0, most: 1 }) ?? 0.5;
  const measured = measureFromDecisions(await readCandidates(links), await readDecisions(decisions), {
    threshold,
    reviewers: reviewersOf(args),
  });
  print(args, measured, measuredTable(measured));
  return 0;
}

const range = (name: string, estimate: Estimate): string[] => [
  name,
  percent(estimate.value),
  `${percent(estimate.low)} to ${percent(estimate.high)}`,
  "",
  "",
];

function measuredTable(measured: Measured): string[][] {
  const bands = measured.bands.map((band) => [
    `${band.from} to ${band.to}`,
    percent(band.share.value),
    `${percent(band.share.low)} to ${percent(band.share.high)}`,
    String(band.reviewed),
    String(band.pairs),
  ]);
  return [
    ["", "same", "95 in 100", "reviewed", "pairs"],
    range("precision", measured.precision),
    range("recall of candidates", measured.recall),
    ...bands,
  ];
}

const heading = ["", "precision", "recall", "F1", "found", "right", "true"];
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const row = (name: string, quality: Quality): string[] => [
  name,
  percent(quality.precision),
  percent(quality.recall),
  percent(quality.f1),
  String(quality.found),
  String(quality.right),
  String(quality.true),
];

/** A table for people, or everything as JSON with --json. */
function print(args: Arguments, result: unknown, table: readonly (readonly string[])[]): void {
  if (args.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  const lines = table.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

const linksOf = (table: CsvTable): LinkPair[] =>
  table.rows.map((line) => ({
    left: line["left_id"] ?? "",
    right: line["right_id"] ?? "",
    ...(line["probability"] ? { probability: Number(line["probability"]) } : {}),
  }));
const clustersOf = (table: CsvTable) =>
  new Map(table.rows.map((line) => [line["id"] ?? "", line["cluster_id"] ?? ""]));
