import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rupiah as rupiahOf } from "@tuwai/domain/money";
import { shiftMonth } from "@tuwai/domain/time";
import type { Actor } from "@tuwai/server/app";
import {
  type BatchList,
  decideBatch,
  expectResult,
  getBatch,
  getReconciliation,
  givePayrollFile,
  listBatches,
  listDue,
  matchRemittance,
  prepareBatch,
  proposeBatch,
  receiveRemittance,
  takeResult,
  tellRemittance,
} from "@tuwai/server/payroll";
import { recordEntry } from "@tuwai/server/ledger";
import { drainWork } from "@tuwai/server/work";
import { slipBytes } from "./bank-slip.ts";
import { treasurerName } from "./demo-accounts.ts";
import { actorAs, allPages, bpjsFolder, fate, operation } from "./play-tools.ts";
import type { Stage } from "./stage.ts";

type ListedBatch = BatchList["rows"][number];

/** On which account of the programme civil servants' money comes in. */
export const sponsorsBank = "nagari-asn";

/** In the month that is shown some offices have got only so far. */
type Halt = "draft" | "proposed" | "locked" | "no";

/** Every office's month: drawn up, approved by finance, answered by the office's treasurer, transferred and seen on the account. */
export async function runPayroll(stage: Stage): Promise<void> {
  const { app, month } = stage;
  const manager = await actorAs(stage, "mgr");
  const [due] = await listDue(app, manager);
  for (const { office, isTaken } of due?.offices ?? [])
    if (!isTaken) await prepareBatch(app, manager, { ...operation(stage), office, month });
  const batches = await batchesOf(stage);
  const halts = haltsOf(stage, batches);
  for (const batch of batches) await advance(stage, batch, halts.get(batch.code) ?? "no");
}

/** Batches of this month, and of the one before for what an office is late with. */
export async function batchesOf({ app, month }: Stage): Promise<readonly ListedBatch[]> {
  const finance = await actorAs({ app }, "fin");
  const both: ListedBatch[] = [];
  for (const each of [shiftMonth(month, -1), month])
    both.push(...(await allPages((page) => listBatches(app, finance, { page, month: each }))));
  return both;
}

/** By batch: the demo's treasurer has a result to send, finance at least one batch to approve, and a few offices are late. */
function haltsOf(
  { isLast, month, ...stage }: Stage,
  batches: readonly ListedBatch[],
): ReadonlyMap<string, Halt> {
  const own = isLast ? batches.filter((batch) => batch.month === month) : [];
  const others = own.filter(({ office }) => office !== stage.shownOffice);
  const least = others.toSorted((one, other) => one.mandates - other.mandates)[0]?.code;
  return new Map(
    own.map(({ code, office }): [string, Halt] => {
      if (office === stage.shownOffice) return [code, "locked"];
      if (code === least) return [code, "proposed"];
      const drawn = fate(stage, "sampai-mana", office);
      return [code, drawn < 0.04 ? "draft" : drawn < 0.12 ? "proposed" : drawn < 0.16 ? "locked" : "no"];
    }),
  );
}

async function advance(stage: Stage, batch: ListedBatch, halt: Halt): Promise<void> {
  const { app } = stage;
  const payrollCode = batch.code;
  const [manager, finance] = [await actorAs(stage, "mgr"), await actorAs(stage, "fin")];
  if (halt === "draft") return;
  if (batch.state === "draft") {
    const { version } = await getBatch(app, manager, { payrollCode });
    await proposeBatch(app, manager, { ...operation(stage), payrollCode, version });
  }
  if (halt === "proposed") return;
  if (batch.state === "draft" || batch.state === "proposed") {
    const { version, fingerprint } = await getBatch(app, finance, { payrollCode });
    const said = { payrollCode, version, fingerprint, verdict: "approve" } as const;
    await decideBatch(app, finance, { ...operation(stage), ...said });
  }
  if (halt === "locked" || batch.hasResult) return;
  await answer(stage, payrollCode, batch.office);
}

/** The treasurer writes into the file what was taken, says what it comes to, and sends it back. */
async function answer(stage: Stage, payrollCode: string, office: string): Promise<void> {
  const { app } = stage;
  const treasurer = await actorAs(stage, treasurerName(office));
  const file = await givePayrollFile(app, treasurer, { payrollCode, form: "all", format: "csv" });
  const { text, count, sum } = fillIn(stage, office, Buffer.from(file.bytes).toString("utf8"));
  const { version } = await getBatch(app, treasurer, { payrollCode });
  await expectResult(app, treasurer, { ...operation(stage), payrollCode, version, count, sum });
  const path = keep(stage, `hasil-${payrollCode}.csv`, text);
  const taken = await takeResult(app, treasurer, {
    ...operation(stage),
    payrollCode,
    version,
    fileName: file.fileName,
    path,
  });
  if (taken.outcome !== "taken") throw new Error(`${payrollCode}: ${JSON.stringify(taken)}`);
  await drainWork(app);
}

function fillIn(stage: Stage, office: string, csv: string) {
  const [header = "", ...rows] = csv.replace("\uFEFF", "").trimEnd().split("\r\n");
  const heads = header.split(";");
  const at = (name: string) => heads.indexOf(name);
  let [count, sum] = [0, 0];
  const written = rows.map((row) => {
    const cells = row.split(";");
    const amount = Number(cells[at("Potongan")]);
    const missed = missedBecause(stage, `${cells[at("Nama Pegawai")]}|${office}`);
    const isTaken = amount > 0 && missed === null;
    cells[at("Terpotong")] = String(isTaken ? amount : 0);
    cells[at("Alasan Tidak Terpotong")] = amount === 0 || isTaken ? "" : (missed ?? "");
    if (isTaken) [count, sum] = [count + 1, sum + amount];
    return cells.join(";");
  });
  return { text: `${[header, ...written].join("\r\n")}\r\n`, count, sum };
}

/** A salary too small, or a leave without pay for a quarter of a year. */
function missedBecause(stage: Stage, employee: string): string | null {
  const quarter = Math.floor(stage.index / 4);
  if (fate(stage, "cuti", employee, quarter) < 0.015) return "Cuti di luar tanggungan negara";
  return fate(stage, "gaji", employee, stage.month) < 0.02 ? "Saldo gaji tidak cukup" : null;
}

function keep(stage: Stage, name: string, content: string | Buffer): string {
  const folder = join(bpjsFolder(stage.folder), "..", "gaji");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const bankFee = 2_500;

/** BPJS is paid in full: the city puts in what the bank kept. */
async function advanceFee(stage: Stage, finance: Actor, payrollCode: string): Promise<void> {
  const from = { kind: "payer", payer: { kind: "city" } } as const;
  const event = { kind: "receive", bank: sponsorsBank, from, amount: rupiahOf(bankFee) } as const;
  const entry = { event, naturalKey: `talangan|${payrollCode}`, valueDate: stage.app.clock.today() };
  await recordEntry(stage.app, finance, { ...operation(stage), entry });
}

/** Each treasurer transfers what was taken; now and then a bank keeps its fee. Finance sees it on the account and sets it against the batch. */
export async function transferDeductions(stage: Stage): Promise<void> {
  const finance = await actorAs(stage, "fin");
  for (const { code, office, state, hasResult, deductedRupiah, matchedRupiah } of await batchesOf(stage))
    if (state === "locked" && hasResult && deductedRupiah > 0 && matchedRupiah === 0)
      await transfer(stage, finance, { payrollCode: code, office, rupiah: deductedRupiah });
}

type Transfer = { readonly payrollCode: string; readonly office: string; readonly rupiah: number };

async function transfer(stage: Stage, finance: Actor, of: Transfer): Promise<void> {
  const { app, month } = stage;
  const { payrollCode, office } = of;
  const isShort = fate(stage, "biaya-bank", office, month) < 0.04 && of.rupiah > 10_000;
  const rupiah = of.rupiah - (isShort ? bankFee : 0);
  if (isShort) await advanceFee(stage, finance, payrollCode);
  const reference = `${payrollCode} ${month}`;
  const slip = {
    path: keep(stage, `${payrollCode}.pdf`, slipBytes(reference, rupiah)),
    fileName: `${payrollCode}.pdf`,
  };
  const sentOn = app.clock.today();
  const treasurer = await actorAs(stage, treasurerName(office));
  const told = await tellRemittance(app, treasurer, {
    ...operation(stage),
    office,
    rupiah,
    sentOn,
    reference,
    slip,
  });
  if (told.outcome !== "told") throw new Error(`${reference}: ${told.reasons.join(", ")}`);
  const { remittanceCode } = told;
  const seen = { remittanceCode, bank: sponsorsBank, arrivedOn: sentOn };
  await receiveRemittance(app, finance, { ...operation(stage), ...seen });
  const { batch } = await getReconciliation(app, finance, { payrollCode });
  await matchRemittance(app, finance, {
    ...operation(stage),
    payrollCode,
    version: batch.version,
    remittanceCode,
  });
}
