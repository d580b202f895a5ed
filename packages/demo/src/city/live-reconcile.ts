import type { Rupiah } from "@tuwai/domain/money";
import { shiftMonth } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { answerDifference, type Bill, listBills } from "@tuwai/server/bills";
import { tellPayer } from "@tuwai/server/arrears";
import { decideClosing, proposeClosing, recordEntry } from "@tuwai/server/ledger";
import {
  closeBatch,
  decideEndings,
  type DifferenceLine,
  type EndingChoice,
  getReconciliation,
  listBatches,
  proposeEndings,
  type Reconciliation,
} from "@tuwai/server/payroll";
import { listDeadWork, retryDeadWork } from "@tuwai/server/upkeep";
import { actorAs, allPages, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** Differences end: what was missed is carried to the next month, a bank's fee is the city's. Then the month's batches are closed. */
export async function reconcile(stage: Stage): Promise<void> {
  const { app } = stage;
  const [finance, second] = [await actorAs(stage, "fin"), await actorAs(stage, "fin2")];
  const batches = await allPages((page) => listBatches(app, finance, { page }));
  for (const { code: payrollCode, office, state, hasResult } of batches) {
    const isLeft = stage.isLast && fate(stage, "sampai-mana", office) > 0.75;
    if (state === "locked" && hasResult && !isLeft) await endBatch(stage, { finance, second }, payrollCode);
  }
}

async function endBatch(
  stage: Stage,
  by: { readonly finance: Actor; readonly second: Actor },
  payrollCode: string,
): Promise<void> {
  const { app } = stage;
  const found = await getReconciliation(app, by.finance, { payrollCode });
  const { version } = found.batch;
  const seen = { payrollCode, version };
  const choices = choicesFor(found);
  if (choices.length > 0) await proposeEndings(app, by.finance, { ...operation(stage), ...seen, choices });
  const proposed = await getReconciliation(app, by.second, { payrollCode });
  const waiting = [...proposed.differences, proposed.transfer].flatMap(({ ending }) =>
    ending !== null && ending.decision === null && ending.ending !== "open" ? [ending.id] : [],
  );
  const decisions = waiting.map((endingId) => ({ endingId, verdict: "accept" as const }));
  if (decisions.length > 0) await decideEndings(app, by.second, { ...operation(stage), ...seen, decisions });
  const fee = choices.find(({ ending }) => ending === "fee");
  if (fee !== undefined) await bearFee(stage, by.finance, { payrollCode, amount: found.transfer.short });
  await closeBatch(app, by.finance, { ...operation(stage), ...seen });
}

/** What the city put in for a bank's fee is set against what it bears. */
async function bearFee(
  stage: Stage,
  finance: Actor,
  { payrollCode, amount }: { readonly payrollCode: string; readonly amount: Rupiah },
): Promise<void> {
  const event = { kind: "allocate", payer: { kind: "city" }, amount } as const;
  const entry = { event, naturalKey: `biaya|${payrollCode}`, valueDate: stage.app.clock.today() };
  await recordEntry(stage.app, finance, { ...operation(stage), entry });
}

function choicesFor({ differences, transfer }: Reconciliation): readonly EndingChoice[] {
  const lines = differences
    .filter(({ ending }) => ending === null)
    .flatMap((line): EndingChoice[] => {
      const ending = endingOf(line);
      const { mandateCode, lineHash } = line;
      return ending === null ? [] : [{ mandateCode, lineHash, ending, note: "Diambil bulan berikutnya" }];
    });
  if (transfer.short <= 0 || transfer.ending !== null) return lines;
  const { lineHash } = transfer;
  const fee = {
    mandateCode: null,
    lineHash,
    ending: "fee",
    borneBy: "city",
    note: "Biaya transfer bank",
  } as const;
  return [...lines, fee];
}

/** Money in hand that BPJS's list does not show yet waits for its next list. */
function endingOf({ state, fits }: DifferenceLine): EndingChoice["ending"] | null {
  if (state === "not-deducted" || state === "deducted-less")
    return fits.includes("carried") ? "carried" : null;
  return null;
}

/** What differs between bill and money has an answer; payers of those about to lose cover are told. */
export async function answerBills(stage: Stage): Promise<void> {
  const { app } = stage;
  const manager = await actorAs(stage, "mgr");
  for (const month of [shiftMonth(stage.month, -1), stage.month])
    for (const bill of await listBills(app, manager, { month })) await answerBill(stage, manager, bill);
  if (stage.isLast) return;
  for (const fundSource of ["asn", "apbd", "apbdes", "csr"] as const)
    await tellPayer(app, manager, { ...operation(stage), fundSource });
}

async function answerBill(stage: Stage, manager: Actor, { billId, differences }: Bill): Promise<void> {
  if (billId === null) return;
  for (const { kind, rupiah, answer } of differences) {
    if (answer !== null) continue;
    const billAnswer = kind === "billed" ? "bpjs-corrects" : "rest-follows";
    const said = { billId, difference: kind, rupiah, billAnswer };
    await answerDifference(stage.app, manager, { ...operation(stage), ...said });
  }
}

/** What failed too often is looked at by the administrator and tried again. */
export async function tryAgain(stage: Stage): Promise<void> {
  const administrator = await actorAs(stage, "adm");
  const { rows } = await listDeadWork(stage.app, administrator, {});
  for (const { workId } of rows)
    await retryDeadWork(stage.app, administrator, { ...operation(stage), workId });
}

/** The books of the month before are closed by two. */
export async function closeBooks(stage: Stage): Promise<void> {
  const { app } = stage;
  const [finance, second] = [await actorAs(stage, "fin"), await actorAs(stage, "fin2")];
  const month = shiftMonth(stage.month, -1);
  const proposed = await proposeClosing(app, finance, { ...operation(stage), month });
  if (proposed.outcome === "refused") {
    if (!proposed.reasons.includes("nothing-posted") && !proposed.reasons.includes("not-next"))
      stage.tell(`pembukuan ${month} belum ditutup: ${proposed.reasons.join(", ")}`);
    return;
  }
  const { closingId } = proposed;
  await decideClosing(app, second, { ...operation(stage), closingId, verdict: "approve" });
}
