import type { StageTime } from "#duckdb";
import type { LinkageModel } from "#model";
import type { DedupeQuality, LinkQuality } from "#quality";
import type { Arguments } from "./parse-arguments.ts";
import { writeWhole } from "./write-file.ts";

type Run = {
  summary: Record<string, unknown>;
  model: LinkageModel;
  reasons: string[];
  times?: StageTime[];
  /** What the run thinks of its own quality; long, so only the report holds all of it. */
  quality?: LinkQuality | DedupeQuality;
};

/** Reasons to stderr, the summary to stdout (JSON with --json), everything to the report file when one is asked for. */
export async function printRun(args: Arguments, run: Run): Promise<void> {
  for (const reason of run.reasons) process.stderr.write(`  ${reason}\n`);
  for (const session of run.model.provenance?.sessions ?? []) {
    const verdict = session.used ? "used" : `left out: ${session.reason ?? ""}`;
    process.stderr.write(`  trained on pairs equal in ${session.rule}: ${session.pairs} pairs, ${verdict}\n`);
  }
  for (const said of qualityInWords(run.quality)) process.stderr.write(`  ${said}\n`);
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

/** The few numbers of the quality that belong on a screen. */
function qualityInWords(quality: Run["quality"]): string[] {
  if (!quality) return [];
  const { estimatedPrecision, expectedMatches, missedByBlocking: missed, unlinkableRows } = quality;
  const unlike = "matchRates" in quality ? quality.matchRates.flatMap((rates) => rates.unlike).length : 0;
  const drift = "drift" in quality ? (quality.drift?.length ?? 0) : 0;
  return [
    ...(expectedMatches > 0
      ? [`precision by its own estimate ${(estimatedPrecision * 100).toFixed(2)} %`]
      : []),
    `matches expected among the pairs compared: ${Math.round(expectedMatches)}`,
    "least" in missed
      ? `matches no blocking rule found: ${missed.least} to ${missed.most}`
      : `matches no blocking rule found: cannot be said, ${missed.cannotSay}`,
    `rows that say too little to be linked: ${unlinkableRows}`,
    ...(unlike > 0 ? [`groups with another match rate than the rest: ${unlike}, see the report`] : []),
    ...(drift > 0 ? [`levels that drifted from the model: ${drift}, see the report`] : []),
  ];
}
