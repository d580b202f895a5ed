import { readFile } from "node:fs/promises";
import { formatModel, LinkageError } from "#model";
import { importSplink } from "#splink";
import { filesOf, required, type Arguments } from "./parse-arguments.ts";
import { writeWhole } from "./write-file.ts";

/** `import-splink FILE`: settings or a trained model saved by Splink, as linkage-model/1. */
export async function importSplinkCommand(args: Arguments): Promise<number> {
  const [file = ""] = filesOf(args, ["FILE"]);
  const { model, trained, notes } = importSplink(await readJson(file), {
    allowRaw: args["allow-raw"] ?? false,
  });
  await writeWhole(required(args.out, "out"), formatModel(model));
  for (const note of notes) process.stderr.write(`  ${note}\n`);
  const { comparisons, blocking } = model;
  const summary = { comparisons: comparisons.length, rules: blocking.length, trained };
  process.stdout.write(
    args.json
      ? `${JSON.stringify(summary)}\n`
      : `${comparisons.length} comparisons, ${blocking.length} blocking rules, ${trained ? "trained" : "not trained yet: use it with train --model"}\n`,
  );
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (cause) {
    throw new LinkageError("file-unreadable", `cannot read ${file} as JSON`, { file }, cause);
  }
}
