import type { StageTime } from "#duckdb";
import { personModel } from "#indonesia";
import { resolveModel } from "#linking";
import { LinkageError } from "#model";
import { prepareRegistry } from "#registry";
import { filesOf, required, type Arguments } from "./parse-arguments.ts";
import { printRun } from "./print-run.ts";
import { runOptions } from "./run-options.ts";

/** `prepare SOURCE`: a registry file that later `link --registry` and `update` read. */
export async function prepareCommand(args: Arguments): Promise<number> {
  const [file = ""] = filesOf(args, ["SOURCE"]);
  const { id, memory, threads, spill, ...choice } = await runOptions(args);
  if (!choice.model && !choice.preset) {
    throw new LinkageError("usage", "prepare needs --preset indonesia or a trained --model");
  }
  const { model, reasons, trained } = resolveModel(choice);
  let times: StageTime[] = [];
  const { rows } = await prepareRegistry({
    path: required(args.out, "out"),
    source: { file, id },
    model: trained ? model : { ...personModel(), inputs: model.inputs },
    ...(memory === undefined ? {} : { memory }),
    ...(threads === undefined ? {} : { threads }),
    ...(spill === undefined ? {} : { spill }),
    onTimes: (spent) => {
      times = spent;
    },
  });
  await printRun(args, { summary: { rows, registry: required(args.out, "out") }, model, reasons, times });
  return 0;
}
