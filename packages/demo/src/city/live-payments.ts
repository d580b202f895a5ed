import { rupiah } from "@tuwai/domain/money";
import type { PayerAccount } from "@tuwai/domain/ledger";
import { type Month, monthsBetween, shiftMonth } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import { type Bill, enterBill, getBill, listBills } from "@tuwai/server/bills";
import { decideProposal, proposeEntry, recordEntry } from "@tuwai/server/ledger";
import { getBatch, getReconciliation } from "@tuwai/server/payroll";
import { keepBook } from "./city-book.ts";
import { batchesOf, sponsorsBank } from "./live-payroll.ts";
import { actorAs, allPages, codeOf, fate, nameOf, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

/** A worker's month that BPJS has not confirmed, and under which bill it is paid. */
type Unpaid = {
  readonly personCode: string;
  readonly name: string;
  readonly villageCode: string;
  readonly month: Month;
  readonly rupiah: number;
  readonly billCode: string;
  readonly fundSource: Bill["fundSource"];
};

/** BPJS bills every group of the month by its own code. */
export async function enterBills(stage: Stage): Promise<void> {
  const { app, month } = stage;
  const manager = await actorAs(stage, "mgr");
  for (const { key, billId, owed } of await listBills(app, manager, { month })) {
    if (billId !== null || owed === 0) continue;
    const drawn = String(Math.floor(fate(stage, "kode-iuran", key, month) * 1e8)).padStart(8, "0");
    const bill = {
      month,
      groupKey: key,
      billCode: `KI${month.replace("-", "")}${drawn}`,
      billedRupiah: owed,
    };
    const entered = await enterBill(app, manager, { ...operation(stage), ...bill });
    if (entered.outcome !== "entered") throw new Error(`${key} ${month}: ${entered.reasons.join(", ")}`);
  }
}

/**
 * What payers have money for goes to BPJS, by the proposal of one and the approval of another, and stands on BPJS's list. Villages, city
 * and firms bring theirs now; civil servants' was deducted. Who is missed stays unpaid.
 */
export async function payBpjs(stage: Stage): Promise<void> {
  const { book, month } = stage;
  const unpaid = (await listUnpaid(stage)).filter(({ personCode }) => stage.bpjs.numberOf(personCode));
  const deducted = await deductedOf(stage);
  const paid = unpaid.filter((one) => isPaidNow(stage, one, deducted));
  const due = paid.filter((one) => !book.onTheWay.includes(keyOf(one)));
  const money = Map.groupBy(due, (one) => bankOf(one));
  for (const [bank, ones] of [...money].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (bank !== sponsorsBank) await bringMoney(stage, bank, ones);
    await remit(stage, bank, ones);
  }
  await listAtBpjs(stage, paid, `penerimaan-${month}.csv`);
}

/** A row of BPJS's list that was mistyped stands there again, right, some days later. */
export async function correctReceipts(stage: Stage): Promise<void> {
  const { book, month } = stage;
  const left = (await listUnpaid(stage)).filter((one) => book.onTheWay.includes(keyOf(one)));
  await stage.bpjs.giveReceipts(`penerimaan-${month}-susulan.csv`, left);
  book.onTheWay.length = 0;
  keepBook(stage.folder, book);
}

async function listAtBpjs(stage: Stage, paid: readonly Unpaid[], fileName: string): Promise<void> {
  const { book } = stage;
  const isMistyped = (one: Unpaid) => fate(stage, "salah-ketik", one.name, one.month) < 0.003;
  for (const one of paid)
    if (isMistyped(one) && !book.onTheWay.includes(keyOf(one))) book.onTheWay.push(keyOf(one));
  keepBook(stage.folder, book);
  await stage.bpjs.giveReceipts(
    fileName,
    paid.map((one) => (isMistyped(one) ? { ...one, rupiah: Math.floor(one.rupiah / 2) } : one)),
  );
}

const keyOf = ({ personCode, month }: Unpaid): string => `${personCode}|${month}`;

/** Months that can still keep somebody's cover: this one and those that are owed. */
async function listUnpaid(stage: Stage): Promise<readonly Unpaid[]> {
  const manager = await actorAs(stage, "mgr");
  const unpaid: Unpaid[] = [];
  for (const month of [-3, -2, -1, 0].map((n) => shiftMonth(stage.month, n)))
    for (const bill of await listBills(stage.app, manager, { month }))
      if (bill.code !== null && bill.received < bill.owed)
        unpaid.push(...(await unpaidOf(stage, manager, { ...bill, month, billCode: bill.code })));
  return unpaid;
}

const none = { rows: [], pages: 1 };

async function unpaidOf(
  { app }: Stage,
  manager: Actor,
  bill: Pick<Bill, "key" | "fundSource"> & Pick<Unpaid, "month" | "billCode">,
): Promise<readonly Unpaid[]> {
  const { key: groupKey, month, billCode, fundSource } = bill;
  const lines = await allPages(
    async (page) => (await getBill(app, manager, { month, groupKey, page })).lines ?? none,
  );
  return lines
    .filter(({ owed, received }) => received < owed)
    .map(({ person, owed, received }) => ({
      personCode: codeOf(person),
      name: nameOf(person),
      villageCode: person.villageCode ?? "",
      month,
      rupiah: owed - received,
      billCode,
      fundSource,
    }));
}

/** By mandate and month: what was taken for the month itself, and what with it for earlier ones. */
type Deducted = ReadonlyMap<string, { readonly own: number; readonly carried: number }>;

/** What payroll took of late and the account has. */
async function deductedOf(stage: Stage): Promise<Deducted> {
  const { app } = stage;
  const finance = await actorAs(stage, "fin");
  const deducted = new Map<string, { own: number; carried: number }>();
  for (const { code: payrollCode, month, hasResult, matchedRupiah } of await batchesOf(stage)) {
    if (!hasResult || matchedRupiah === 0) continue;
    const { differences } = await getReconciliation(app, finance, { payrollCode });
    const missed = new Set(
      differences
        .filter(({ deducted: taken, promised }) => (taken ?? 0) < promised)
        .map(({ mandateCode }) => mandateCode),
    );
    for (const { mandateCode, own, carried } of (await getBatch(app, finance, { payrollCode })).lines)
      if (!missed.has(mandateCode))
        deducted.set(`${mandateCode}|${month}`, { own, carried: month === stage.month ? carried : 0 });
  }
  return deducted;
}

function isPaidNow(stage: Stage, one: Unpaid, deducted: Deducted): boolean {
  if (one.fundSource === "asn") {
    const mandate = stage.book.mandates[one.personCode];
    const own = deducted.get(`${mandate}|${one.month}`)?.own ?? 0;
    const carried = deducted.get(`${mandate}|${stage.month}`)?.carried ?? 0;
    return own >= one.rupiah || (one.month < stage.month && carried >= one.rupiah);
  }
  if (one.fundSource === "apbd") return isBudgetOpen(stage.month);
  if (one.fundSource === "apbdes") return doesVillagePay(stage, one);
  return true;
}

/** The city's budget of a year can be drawn on from March: two months are paid late, and then together. */
const isBudgetOpen = (month: Month): boolean => Number(month.slice(5)) > 2;

/** Every eighth village pays every other month. The second of those whose budget came first ends, and it helps half its people once more. */
function doesVillagePay(stage: Stage, { villageCode, name }: Unpaid): boolean {
  const { book, index } = stage;
  const paying = book.villages.filter((code) => Number(code.split(".").at(-1)) >= 2000);
  if (villageCode === paying[1] && index >= 9) {
    if (fate(stage, "ditolong", name) < 0.5) return index >= 11;
    return false;
  }
  if (fate(stage, "desa-telat", villageCode) < 0.12) return index % 2 === 1;
  return true;
}

/** Each payer's money lies on an account of its own. */
function bankOf({ fundSource, villageCode }: Unpaid): string {
  if (fundSource === "asn") return sponsorsBank;
  if (fundSource === "apbd") return "kas-kota";
  return fundSource === "apbdes" ? `desa-${villageCode}` : `nagari-${fundSource}`;
}

function payerOf(bank: string): PayerAccount {
  if (bank === "kas-kota") return { kind: "city" };
  if (bank.startsWith("desa-")) return { kind: "village", code: bank.slice(5) };
  return { kind: "sponsor", id: bank.slice("nagari-".length) };
}

/** A payer transfers in round sums; what is needed of it is set against what it owes, the rest stays its own. */
async function bringMoney(stage: Stage, bank: string, ones: readonly Unpaid[]): Promise<void> {
  const { app, month } = stage;
  const finance = await actorAs(stage, "fin");
  const needed = sumOf(ones);
  const payer = payerOf(bank);
  const valueDate = app.clock.today();
  const key = `${bank}|${month}`;
  const amount = rupiah(Math.ceil(needed / 50_000) * 50_000);
  const event = { kind: "receive", bank, from: { kind: "payer", payer }, amount } as const;
  await recordEntry(app, finance, {
    ...operation(stage),
    entry: { event, naturalKey: `terima|${key}`, valueDate },
  });
  const allocated = { kind: "allocate", payer, amount: rupiah(needed) } as const;
  const entry = { event: allocated, naturalKey: `peruntukan|${key}`, valueDate };
  await recordEntry(app, finance, { ...operation(stage), entry });
}

const sumOf = (ones: readonly Unpaid[]): number => ones.reduce((sum, one) => sum + one.rupiah, 0);

async function remit(stage: Stage, bank: string, ones: readonly Unpaid[]): Promise<void> {
  const [finance, second] = [await actorAs(stage, "fin"), await actorAs(stage, "fin2")];
  const months = Map.groupBy(ones, ({ month }) => month);
  for (const [month, of] of [...months].toSorted(([a], [b]) => monthsBetween(b, a)))
    await remitMonth(stage, { finance, second }, { bank, month, amount: sumOf(of) });
}

async function remitMonth(
  stage: Stage,
  by: { readonly finance: Actor; readonly second: Actor },
  { bank, month, amount }: { readonly bank: string; readonly month: Month; readonly amount: number },
): Promise<void> {
  const { app } = stage;
  const proposed = await proposeEntry(app, by.finance, {
    ...operation(stage),
    entry: {
      event: { kind: "remit", bank, month, amount: rupiah(amount) },
      naturalKey: `setor|${bank}|${month}|${stage.month}`,
      valueDate: app.clock.today(),
      reason: `Setoran iuran ${month} dari ${bank}`,
    },
  });
  if (proposed.outcome === "refused") return;
  const { proposalId } = proposed;
  await decideProposal(app, by.second, { ...operation(stage), proposalId, verdict: "approve" });
}
