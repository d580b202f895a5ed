import { loadList, openDatabase } from "#duckdb";
import { resolveModel, trainFromLabels, trainLists, type PairLabel } from "#linking";
import { formatModel, LinkageError } from "#model";
import { labelsFromDecisions } from "#review";
import { oneList, twoLists } from "#stages";
import { required, type Arguments } from "./parse-arguments.ts";
import { progressBar } from "./progress-bar.ts";
import { printRun } from "./print-run.ts";
import { readDecisions } from "./read-decisions.ts";
import { hasColumns, readTable, requireColumns, yesOrNo } from "./read-table.ts";
import { reviewersOf, runOptions } from "./run-options.ts";
import { writeWhole } from "./write-file.ts";

/** `train LEFT [RIGHT]`: fits a model, without labels or from labelled pairs, and writes it as linkage-model/1 JSON. */
export async function trainCommand(args: Arguments): Promise<number> {
  const [left, right] = args.files;
  if (!left || args.files.length > 2)
    throw new LinkageError("usage", "train takes LEFT and, for two lists, RIGHT");
  return args.labels ? trainLabelled(args, left, right) : trainUnlabelled(args, left, right);
}

async function trainUnlabelled(args: Arguments, left: string, right: string | undefined): Promise<number> {
  const options = await runOptions(args);
  const start = resolveModel(options);
  const db = await openDatabase(options);
  try {
    await loadList(db, "left", { file: left, id: options.id }, start.model.inputs);
    if (right) await loadList(db, "right", { file: right, id: options.id }, start.model.inputs);
    const sides = right ? twoLists : oneList;
    const trained = await trainLists(db, start.model, {
      sides,
      seed: options.seed ?? 1,
      thresholdBits: 0,
      trained: false,
      onProgress: progressBar(),
    });
    await writeWhole(required(args.out, "out"), formatModel(trained.model));
    const { lambda, matchRate } = trained.model;
    await printRun(args, {
      summary: { rows: trained.rows, lambda, matchRate },
      ...trained,
      reasons: [...start.reasons, ...trained.reasons],
    });
    return 0;
  } finally {
    db.close();
  }
}

async function trainLabelled(args: Arguments, left: string, right: string | undefined): Promise<number> {
  const { id, ...options } = await runOptions(args);
  const start = resolveModel(options);
  const lists = {
    ...options,
    left: { file: left, id },
    ...(right ? { right: { file: right, id } } : {}),
  };
  const trained = await trainFromLabels(start.model, lists, await readLabels(args));
  await writeWhole(required(args.out, "out"), formatModel(trained.model));
  const { provenance, lambda, matchRate } = trained.model;
  await printRun(args, {
    summary: {
      rows: provenance?.rows,
      labels: provenance?.labels,
      lambda,
      matchRate,
      warnings: trained.warnings.length,
      ...(args.json ? { seen: trained.seen } : {}),
    },
    model: trained.model,
    reasons: [...start.reasons, ...trained.warnings],
  });
  return 0;
}

/** Labels as they are, or what people settled when the file holds decisions. */
async function readLabels(args: Arguments): Promise<PairLabel[]> {
  const file = args.labels ?? "";
  const table = await readTable(file);
  if (hasColumns(table, "verdict", "reviewer"))
    return labelsFromDecisions(await readDecisions(file), { reviewers: reviewersOf(args) });
  requireColumns(table, file, ["left_id", "right_id", "match"]);
  return table.rows.map((row, i) => ({
    leftId: row["left_id"] ?? "",
    rightId: row["right_id"] ?? "",
    match: yesOrNo(row["match"], i + 2),
    ...(row["weight"] ? { weight: Number(row["weight"]) } : {}),
  }));
}
