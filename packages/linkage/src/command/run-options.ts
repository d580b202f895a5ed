import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseMeanings } from "#meanings";
import { LinkageError, parseModel, type LinkageModel } from "#model";
import type { Assignment, ModelChoice } from "#linking";
import type { Decision } from "#review";
import { numberOf, required, type Arguments } from "./parse-arguments.ts";
import { readDecisions } from "./read-decisions.ts";

export type RunOptions = ModelChoice & {
  id: string;
  threshold?: number;
  memory?: string;
  threads?: number;
  seed?: number;
  spill?: boolean | string;
};

/** What `link`, `dedupe`, `train` and `profile` have in common, checked. */
export async function runOptions(args: Arguments): Promise<RunOptions> {
  const threshold = numberOf(args.threshold, "threshold", { least: 0.000001, most: 0.999999 });
  const seed = numberOf(args.seed, "seed", { least: 0, most: 2 ** 31 });
  if (args.preset !== undefined && args.preset !== "indonesia") {
    throw new LinkageError("usage", `there is no preset "${args.preset}"; the one preset is indonesia`);
  }
  return {
    id: required(args.id, "id"),
    types: args.types === undefined && args.model ? {} : parseMeanings(required(args.types, "types")),
    ...(args.preset ? { preset: "indonesia" } : {}),
    ...(args.model ? { model: await readModel(args.model) } : {}),
    ...databaseOptions(args),
    ...(threshold === undefined ? {} : { threshold }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** How much of the machine a run may use. */
export function databaseOptions(args: Arguments): {
  memory?: string;
  threads?: number;
  spill?: boolean | string;
} {
  const threads = numberOf(args.threads, "threads", { least: 1, most: 256 });
  if (args.memory !== undefined && !/^[0-9]+(\.[0-9]+)?(MB|GB|TB|MiB|GiB)$/.test(args.memory)) {
    throw new LinkageError("usage", "--memory must look like 4GB or 500MB");
  }
  return {
    ...(args.memory ? { memory: args.memory } : {}),
    ...spillOption(args),
    ...(threads === undefined ? {} : { threads }),
  };
}

/** Beside the answer unless told: who may see the one may see the other, and its disk is meant for such records. */
function spillOption({ spill, out }: Arguments): { spill?: boolean | string } {
  if (spill !== undefined) return { spill: spill === "none" ? false : spill };
  const folder = out === undefined ? undefined : dirname(out);
  return folder !== undefined && existsSync(folder) ? { spill: folder } : {};
}

/** Decisions of people that bind `link` and `dedupe`, when a file of them is given. */
export async function decisionOptions(
  args: Arguments,
): Promise<{ decisions?: { decisions: Decision[]; reviewers: number } }> {
  if (!args.decisions) return {};
  return { decisions: { decisions: await readDecisions(args.decisions), reviewers: reviewersOf(args) } };
}

/** How many people must agree before a decision stands. */
export const reviewersOf = (args: Arguments): number =>
  numberOf(args.reviewers, "reviewers", { least: 1, most: 9 }) ?? 2;

export function assignmentOf(text: string | undefined): Assignment {
  if (text === undefined) return "one-to-one";
  if (text === "links" || text === "best" || text === "one-to-one") return text;
  throw new LinkageError("usage", "--assign is one of links, best, one-to-one");
}

export async function readModel(file: string): Promise<LinkageModel> {
  try {
    return parseModel(await readFile(file, "utf8"));
  } catch (cause) {
    if (cause instanceof LinkageError) throw cause;
    throw new LinkageError("file-unreadable", `cannot read the model ${file}`, { file }, cause);
  }
}
