import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import type { Actor, App } from "#app";
import { receiptsApplier } from "#contributions";
import { acceptProposals, listProposals, proposeMatches } from "#matching";
import { resultsApplier } from "#packet-results";
import { signPledge } from "#sponsors";
import { aCivilServant, anEndorsedPerson, applyRows, branch, type ThreadPerson } from "./build-thread.ts";
import { anActor } from "./people-rows.ts";
import { sendReady } from "./send-ready.ts";

/** A civil servant who pledged from November 2026 on, with a worker whom BPJS has taken in; `sponsor` where there is one already. */
export async function aSponsoredWorker(
  app: App,
  known: { readonly sponsor?: Actor } = {},
): Promise<{ readonly sponsor: Actor; readonly person: ThreadPerson }> {
  const manager = anActor(app, "MGR");
  const november = month("2026-11");
  const sponsor = known.sponsor ?? (await aCivilServant(app));
  const person = await anEndorsedPerson(app);
  await signPledge(app, sponsor, {
    operationId: app.newId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: november,
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
  await proposeMatches(app, manager, { operationId: app.newId() });
  const { rows } = await listProposals(app, manager);
  await acceptProposals(app, manager, { operationId: app.newId(), sponsorshipIds: rows.map(({ id }) => id) });
  await sendReady(app, manager, november);
  const results = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
  await applyRows(app, anActor(app, "BPJ", branch), results, [
    { personCode: person.code, result: "accepted" },
  ]);
  return { sponsor, person };
}

/** BPJS has received these months of a sponsored worker; `file` can be undone. */
export async function receiveMonths(app: App, person: ThreadPerson, ...months: readonly Month[]) {
  const file = { applier: receiptsApplier, kind: "bpjs-receipts" as const, batchId: app.newId() };
  const rows = months.map((each) => ({ personCode: person.code, month: each, amount: rupiah(8_400) }));
  const outcomes = await applyRows(app, anActor(app, "BPJ", branch), file, rows);
  return { file, outcomes };
}
