import type { StageTime } from "#duckdb";
import { linkRows, resolveModel, type Assignment, type RowLink } from "#linking";
import { describeRegistry } from "#registry";
import { filesOf, required, type Arguments } from "./parse-arguments.ts";
import { printRun } from "./print-run.ts";
import { assignmentOf, runOptions } from "./run-options.ts";
import { writeWhole } from "./write-file.ts";

/** `link --registry REGISTRY LIST`: the people of a small list in a registry prepared before, with its model. */
export async function linkRegistryCommand(args: Arguments): Promise<number> {
  const [file = ""] = filesOf(args, ["LIST"]);
  const registry = required(args.registry, "registry");
  const { id, types, threshold = 0.5, memory, threads } = await runOptions(args);
  const header = await describeRegistry(registry);
  const { model, reasons } = resolveModel({ types, model: header.model });
  const assign = assignmentOf(args.assign);
  let times: StageTime[] = [];
  const { links, rows, pairs } = await linkRows({
    left: { registry },
    right: { file, id },
    model,
    threshold,
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
    onTimes: (spent) => {
      times = spent;
    },
  });
  const kept = links.filter((link) => link.probability >= threshold && keeps[assign](link));
  await writeWhole(required(args.out, "out"), linksCsv(kept));
  const summary = { rows, pairs, links: kept.length, threshold, assign, registryBuiltAt: header.builtAt };
  await printRun(args, { summary, model, reasons, times });
  return 0;
}

const keeps: Record<Assignment, (link: RowLink) => boolean> = {
  links: () => true,
  best: (link) => link.rank === 1,
  "one-to-one": (link) => link.chosen,
};

/** Sorted by left then right id, as `link` of two files writes it. */
function linksCsv(links: readonly RowLink[]): string {
  const lines = links
    .toSorted((a, b) => compare(a.leftId, b.leftId) || compare(a.rightId, b.rightId))
    .map((link) =>
      [cell(link.leftId), cell(link.rightId), link.probability.toFixed(6), link.weight.toFixed(6)].join(","),
    );
  return ["left_id,right_id,probability,weight", ...lines, ""].join("\n");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
