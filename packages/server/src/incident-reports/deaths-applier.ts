import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { findListedDead, listListedDead, type ListedDead } from "./listed-dead.view.ts";
import { insertStep } from "./report-step.store.ts";
import { listReportsOf, updateReport } from "./report.store.ts";
import { reportListed } from "./report-listed.ts";

/**
 * The population office's list of deaths: a row about a worker becomes a report that a person accepts or refutes, by the evidence of
 * the population office; a row about nobody on our lists is kept and counted, and nothing follows from it.
 */
export const deathsApplier: Applier = { apply, undo };

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const asked = rows.map(({ values }) => ({
    values,
    nik: values.nik === undefined ? null : step.app.keys.blindIndex("nik", values.nik),
  }));
  const workers = await listListedDead(step.tx, step.area, {
    niks: asked.flatMap(({ nik }) => nik ?? []),
    birthDates: asked.flatMap(({ values }) => values.birthDate ?? []),
  });
  const outcomes: RowOutcome[] = [];
  for (const row of asked) outcomes.push(await applyRow(step, row, workers));
  const count = outcomes.filter(({ outcome }) => outcome === "applied").length;
  await step.audit({
    action: "incident-report.from-list",
    objectType: "import",
    objectId: step.batch.id,
    details: { rows: rows.length, count },
  });
  return outcomes;
}

type Asked = { readonly values: AcceptedRow["values"]; readonly nik: Buffer | null };

const held = { "another-name": "E-DEATH-IDENTITY", several: "E-DEATH-SEVERAL" } as const;

async function applyRow(
  step: ImportStep,
  { values, nik }: Asked,
  workers: readonly ListedDead[],
): Promise<RowOutcome> {
  const on = values.diedOn;
  if (on === undefined) return { outcome: "quarantined", code: "E-MISSING", details: { field: "diedOn" } };
  const { name, birthDate } = values;
  const match = findListedDead({ nik: nik?.toString("hex") ?? null, name, birthDate }, workers);
  if (match.found === "nobody") return { outcome: "duplicate", code: "W-DEATH-UNKNOWN" };
  if (match.found !== "worker") return { outcome: "quarantined", code: held[match.found] };
  const answer = await reportListed(step, {
    channel: "population-office",
    batchId: step.batch.id,
    person: match.worker,
    on,
    by: match.by,
    name: name ?? "",
    place: "",
  });
  if (answer.outcome === "known") return { outcome: "unchanged" };
  return { outcome: answer.outcome === "reported" ? "applied" : "unchanged", recordId: answer.reportId };
}

/** What nobody decided yet is closed as taken back; once a person decided, the list stands. */
async function undo(step: ImportStep): Promise<UndoOutcome> {
  const reports = await listReportsOf(step.tx, step.batch.id);
  const decided = reports.filter(({ state }) => state !== "reported");
  if (decided.length > 0) return { outcome: "refused", reason: "reports-decided", count: decided.length };
  const by = { id: step.actor.userId, at: step.now, as: "decided" } as const;
  for (const report of reports) {
    await updateReport(step.tx, report, { state: "refuted", refutal: "list-taken-back" }, by);
    await insertStep(step, report, "refute", { refutal: "list-taken-back" });
  }
  return { outcome: "undone" };
}
