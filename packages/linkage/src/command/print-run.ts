import type { StageTime } from "#duckdb";
import type { LinkageModel } from "#model";
import type { Arguments } from "./parse-arguments.ts";
import { writeWhole } from "./write-file.ts";

type Run = {
  summary: Record<string, unknown>;
  model: LinkageModel;
  reasons: string[];
  times?: StageTime[];
  /** What the run thinks of its own quality; long, so only the report holds all of it. */
  quality?: Record<string, unknown>;
};

/** Reasons to stderr, the summary to stdout (JSON with --json), everything to the report file when one is asked for. */
export async function printRun(args: Arguments, run: Run): Promise<void> {
  for (const reason of run.reasons) process.stderr.write(`  ${reason}\n`);
  for (const session of run.model.provenance?.sessions ?? []) {
    const verdict = session.used ? "used" : `left out: ${session.reason ?? ""}`;
    process.stderr.write(`  trained on pairs equal in ${session.rule}: ${session.pairs} pairs, ${verdict}\n`);
  }
  const summary = args.timings ? { ...run.summary, timings: run.times ?? [] } : run.summary;
  if (args.report) {
    const quality = run.quality ? { quality: run.quality } : {};
    const report = { ...summary, ...quality, reasons: run.reasons, model: run.model };
    await writeWhole(args.report, `${JSON.stringify(report, null, 1)}\n`);
  }
  const text = args.json
    ? JSON.stringify(summary)
    : Object.entries(summary)
        .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
        .join("\n");
  process.stdout.write(`${text}\n`);
}
