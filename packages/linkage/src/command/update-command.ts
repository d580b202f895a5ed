import type { StageTime } from "#duckdb";
import { LinkageError } from "#model";
import { describeRegistry, updateRegistry } from "#registry";
import { required, type Arguments } from "./parse-arguments.ts";
import { printRun } from "./print-run.ts";
import { databaseOptions } from "./run-options.ts";

/** `update REGISTRY [CHANGED] [--delete FILE]`: a month's changes, without preparing the registry again. */
export async function updateCommand(args: Arguments): Promise<number> {
  const [path, changed] = args.files;
  if (!path || args.files.length > 2) {
    throw new LinkageError("usage", "update takes REGISTRY and, for records to add or replace, CHANGED");
  }
  if (!changed && !args.delete) throw new LinkageError("usage", "update needs CHANGED, --delete or both");
  const id = required(args.id, "id");
  const { model } = await describeRegistry(path);
  let times: StageTime[] = [];
  const { path: registry, ...counts } = await updateRegistry({
    path,
    ...(changed ? { upserts: { file: changed, id } } : {}),
    ...(args.delete ? { deletes: { file: args.delete, id } } : {}),
    ...databaseOptions(args),
    onTimes: (spent) => {
      times = spent;
    },
  });
  await printRun(args, { summary: { registry, ...counts }, model, reasons: [], times });
  return 0;
}
