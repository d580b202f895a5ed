import { payerOwing } from "@tuwai/domain/ledger";
import { rupiah } from "@tuwai/domain/money";
import type { App } from "#app";
import { type NewEntry, postEntries, postReversals } from "#ledger";
import { asCity, type Step } from "#use-case";
import { updateEntry } from "./obligation.store.ts";
import { listPaidBefore, listUnposted, listUnreversed } from "./unposted.view.ts";

/** Each piece looks through all that waits, so there are few of them. */
const perPiece = 2000;

/**
 * Handler of `ledger.post-obligations`: what is owed stands in the books, and what is owed no more is taken out of them by its mirror.
 * The obligations are the source; the books follow them, each month of a worker once, whatever was killed in between.
 */
export async function postObligations(app: App): Promise<void> {
  for (let more = true; more;)
    more = await asCity(app, "ledger.post-obligations", async (step) => {
      const reversed = await takeOut(step);
      const posted = await postNew(step);
      return posted === perPiece || reversed === perPiece;
    });
}

async function postNew(step: Step): Promise<number> {
  const months = await listUnposted(step.tx, perPiece);
  if (months.length === 0) return 0;
  const entries = months.map(
    ({ ids, month, amountRupiah, payer, entryBefore }): NewEntry & { readonly id: string } => ({
      id: step.newId(),
      event: { kind: "oblige", payer, month, amount: rupiah(amountRupiah) },
      naturalKey: ["oblige", ids.join("+"), entryBefore].filter(Boolean).join("|"),
      valueDate: step.today,
    }),
  );
  await postEntries(step, entries);
  await updateEntry(
    step.tx,
    months.flatMap(({ ids }, at) => ids.map((id) => ({ id, entryId: entries[at]!.id }))),
  );
  return months.length;
}

async function takeOut(step: Step): Promise<number> {
  const gone = await listUnreversed(step.tx, perPiece);
  await releasePaid(
    step,
    gone.map(({ entryId }) => entryId),
  );
  for (const [reason, all] of Map.groupBy(gone, (one) => one.reason))
    await postReversals(step, { entryIds: all.map(({ entryId }) => entryId), reason });
  return gone.length;
}

/** What was paid for a month that leaves the books is the payer's money again; what went to BPJS for it is a credit there. */
async function releasePaid(step: Step, entryIds: readonly string[]): Promise<void> {
  const paid = await listPaidBefore(step.tx, entryIds);
  const entries = paid.map(({ account, rupiah: size, entryId, month }): NewEntry => {
    const payer = payerOwing(account);
    const amount = rupiah(size);
    const event =
      payer === undefined
        ? { kind: "credit" as const, month, amount }
        : { kind: "release" as const, payer, amount };
    return { event, naturalKey: `${event.kind}|${entryId}`, valueDate: step.today };
  });
  if (entries.length > 0) await postEntries(step, entries);
}
