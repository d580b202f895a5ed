import { rupiah } from "@tuwai/domain/money";
import { month } from "@tuwai/domain/time";
import { receiptsApplier } from "#contributions";
import { confirmIncidentReport, linkIncidentReport, takeIncidentReport } from "#incident-reports";
import { drainToEmpty } from "#work";
import { applyRows, branch, type ThreadPerson } from "./build-thread.ts";
import { anActor, places } from "./people-rows.ts";
import { aSponsoredWorker } from "./sponsored-worker.ts";
import type { TestDatabase } from "./test-database.ts";

const months = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"];

type Happened = {
  readonly kind: string;
  readonly on: string;
  readonly time: string;
  readonly evidence: string;
  /** Of a death at work. */
  readonly accidentOn?: string;
};

const aDeath: Happened = { kind: "death", on: "2027-06-10", time: "", evidence: "village-letter" };

/**
 * A worker of Naras paid from November to June, whose death (or what is given) was reported and confirmed on 12 June 2027: a natural
 * death brings 42 million.
 */
export async function aConfirmedCase(
  { app, setNow }: Pick<TestDatabase, "app" | "setNow">,
  happened: Happened = aDeath,
): Promise<{ readonly person: ThreadPerson; readonly reportId: string; readonly claimCode: string }> {
  const { person } = await aSponsoredWorker(app);
  const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  const rows = months.map((each) => ({
    personCode: person.code,
    month: month(each),
    amount: rupiah(each < "2027" ? 8_400 : 16_800),
  }));
  await applyRows(app, anActor(app, "BPJ", branch), file, rows);
  await setNow("2027-06-12T03:00:00Z");
  await drainToEmpty(app);
  const operator = anActor(app, "OPR", places.naras.code);
  const op = () => ({ operationId: app.newId() });
  const said = { cardCode: "", place: "", teller: "family", phone: "", tellerName: "", name: "Fulan" };
  const taken = { ...op(), ...said, ...happened, village: places.naras.code };
  const report = await takeIncidentReport(app, operator, taken);
  if (report.outcome !== "received") throw new Error(JSON.stringify(report));
  const { reportId } = report;
  await linkIncidentReport(app, operator, { ...op(), reportId, personCode: person.code });
  const answer = await confirmIncidentReport(app, operator, { ...op(), reportId, ...happened });
  if (answer.outcome !== "confirmed") throw new Error(JSON.stringify(answer));
  return { person, reportId, claimCode: answer.claimCode };
}
