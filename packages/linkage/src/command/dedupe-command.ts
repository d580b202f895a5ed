import { dedupeList } from "#linking";
import { filesOf, required, type Arguments } from "./parse-arguments.ts";
import { progressBar } from "./progress-bar.ts";
import { printRun } from "./print-run.ts";
import { decisionOptions, runOptions } from "./run-options.ts";

/** `dedupe INPUT`: writes id,cluster_id for every row. */
export async function dedupeCommand(args: Arguments): Promise<number> {
  const [file = ""] = filesOf(args, ["INPUT"]);
  const { id, ...options } = await runOptions(args);
  const report = await dedupeList({
    ...options,
    input: { file, id },
    ...(await decisionOptions(args)),
    quality: args.report !== undefined,
    out: required(args.out, "out"),
    onProgress: progressBar(),
  });
  const { model, reasons, times, quality, ...summary } = report;
  await printRun(args, { summary, model, reasons, times, ...(quality ? { quality } : {}) });
  return 0;
}
