import { officePart } from "@tuwai/domain/ledger";
import { rupiah } from "@tuwai/domain/money";
import type { App } from "#app";
import { type NewEntry, postEntries, postReversals } from "#ledger";
import { asCity, type Step } from "#use-case";
import { listMandateBalances, listUndoneEntries } from "./entry-state.view.ts";
import { listDeductions, listUnposted, markPosted, type Result } from "./result.store.ts";

const perPiece = 10;

/**
 * Handler of `payroll.post`: what an office's payroll took stands in the books, against what each employee owes, and what was taken back
 * is taken out of them. The results are the source; the books follow, each once, whatever was killed in between.
 */
export async function postPayroll(app: App): Promise<void> {
  for (let more = true; more;)
    more = await asCity(app, "payroll.post", async (step) => {
      const gone = await listUndoneEntries(step.tx, perPiece);
      if (gone.length > 0) await postReversals(step, { entryIds: gone, reason: "payroll result taken back" });
      const results = await listUnposted(step.tx, perPiece);
      for (const result of results) await post(step, result);
      return gone.length === perPiece || results.length === perPiece;
    });
}

async function post(step: Step, result: Result): Promise<void> {
  const taken = (await listDeductions(step.tx, result.id)).filter((each) => each.rupiah > 0);
  const mandateIds = taken.map(({ mandateId }) => mandateId);
  const balances = await listMandateBalances(step.tx, mandateIds);
  const shares = taken.map(({ mandateId, rupiah: amount }) => ({
    payer: { kind: "sponsor" as const, id: mandateId },
    amount,
    owed: rupiah(balances.get(mandateId)?.owed ?? 0),
  }));
  const entry = {
    id: step.newId(),
    event: { kind: "deduct" as const, office: officePart(result.office), shares },
    naturalKey: `payroll|deduct|${result.id}`,
    valueDate: step.today,
  };
  await postEntries(step, [entry]);
  await markPosted(step.tx, result.id, entry.id);
  await setAgainst(step, result);
}

/** What an employee had left over goes against what he still owes. */
async function setAgainst(step: Step, result: Result): Promise<void> {
  const all = (await listDeductions(step.tx, result.id)).map(({ mandateId }) => mandateId);
  const entries = [...(await listMandateBalances(step.tx, all))].flatMap(
    ([id, { owed, left }]): NewEntry[] => {
      const amount = Math.min(owed, left);
      if (amount <= 0) return [];
      return [
        {
          event: { kind: "allocate", payer: { kind: "sponsor", id }, amount: rupiah(amount) },
          naturalKey: `payroll|allocate|${result.id}|${id}`,
          valueDate: step.today,
        },
      ];
    },
  );
  if (entries.length > 0) await postEntries(step, entries);
}
