import { loadList, openDatabase } from "#duckdb";
import { resolveModel, trainLists } from "#linking";
import { formatModel, LinkageError } from "#model";
import { oneList, twoLists } from "#stages";
import { required, type Arguments } from "./parse-arguments.ts";
import { progressBar } from "./progress-bar.ts";
import { printRun } from "./print-run.ts";
import { runOptions } from "./run-options.ts";
import { writeWhole } from "./write-file.ts";

/** `train LEFT [RIGHT]`: fits a model without labels and writes it as linkage-model/1 JSON. */
export async function trainCommand(args: Arguments): Promise<number> {
  const [left, right] = args.files;
  if (!left || args.files.length > 2)
    throw new LinkageError("usage", "train takes LEFT and, for two lists, RIGHT");
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
