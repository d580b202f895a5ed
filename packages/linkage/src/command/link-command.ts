import { linkLists } from "#linking";
import { linkRegistryCommand } from "./link-registry-command.ts";
import { filesOf, required, type Arguments } from "./parse-arguments.ts";
import { progressBar } from "./progress-bar.ts";
import { printRun } from "./print-run.ts";
import { assignmentOf, decisionOptions, runOptions } from "./run-options.ts";

/** `link LEFT RIGHT` and `link --registry REGISTRY LIST`: write left_id,right_id,probability,weight. */
export async function linkCommand(args: Arguments): Promise<number> {
  if (args.registry) return linkRegistryCommand(args);
  const [left = "", right = ""] = filesOf(args, ["LEFT", "RIGHT"]);
  const { id, ...options } = await runOptions(args);
  const report = await linkLists({
    ...options,
    left: { file: left, id },
    right: { file: right, id },
    assign: assignmentOf(args.assign),
    ...(await decisionOptions(args)),
    quality: args.report !== undefined,
    out: required(args.out, "out"),
    onProgress: progressBar(),
  });
  const { model, reasons, times, quality, ...summary } = report;
  await printRun(args, { summary, model, reasons, times, ...(quality ? { quality } : {}) });
  return 0;
}
