import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rupiah } from "@tuwai/domain/money";
import { month, type Month } from "@tuwai/domain/time";
import type { Actor, App } from "#app";
import { receiptsApplier } from "#contributions";
import { acceptProposals, listProposals, proposeMatches } from "#matching";
import { startMonthRun } from "#month-runs";
import { resultsApplier } from "#packet-results";
import { signPledge } from "#sponsors";
import { drainToEmpty } from "#work";
import {
  aCivilServant,
  aKpj,
  anEndorsedPerson,
  applyRows,
  aSteppedUpActor,
  branch,
  type ThreadPerson,
} from "./build-thread.ts";
import { anActor, readRows } from "./people-rows.ts";
import { sendReady } from "./send-ready.ts";
import {
  decideBatch,
  expectResult,
  getBatch,
  givePayrollFile,
  prepareBatch,
  proposeBatch,
  receiveRemittance,
  takeResult,
  tellRemittance,
} from "#payroll";

const office = "DINSOS";
const november = month("2026-11");
const december = month("2026-12");

/** Everybody of a batch: who draws it up, two of finance, the office's treasurer. */
function deskOf(app: App) {
  return {
    app,
    manager: aSteppedUpActor(app, "MGR"),
    finance: aSteppedUpActor(app, "FIN"),
    second: { ...aSteppedUpActor(app, "FIN"), userId: app.newId() },
    treasurer: aSteppedUpActor(app, "BND", office),
    op: () => ({ operationId: app.newId() }),
  };
}

type Desk = ReturnType<typeof deskOf>;

/** The steps that lead from a pledge to a locked batch, its answer and its money. */
export function payrollDesk(app: App) {
  const desk = deskOf(app);
  const people = peopleOf(desk);
  const batches = batchesOf(desk);
  const files = filesOf(desk);
  return {
    ...desk,
    office,
    november,
    december,
    ...people,
    ...batches,
    ...files,
    ...moneyOf(desk, files.kept),
  };
}

function peopleOf({ app, manager, op }: Desk) {
  /** Sponsors of the office, each with a worker whose month was sent to BPJS. */
  async function sponsors(
    count: number,
    wishes: { readonly of?: string; readonly cap?: number; readonly in?: Month } = {},
  ): Promise<
    readonly {
      readonly sponsor: Actor;
      readonly worker: ThreadPerson;
      readonly pledgeId: string;
      readonly code: string;
    }[]
  > {
    const workers = new Map<string, ThreadPerson>();
    const pledges = new Map<string, Actor>();
    for (let n = 0; n < count; n += 1) {
      const worker = await anEndorsedPerson(app);
      workers.set(worker.id, worker);
      const sponsor = await aCivilServant(app, { office: wishes.of ?? office });
      const signed = await signPledge(app, sponsor, {
        ...op(),
        capRupiah: wishes.cap ?? 20_000,
        workerCount: 1,
        fromMonth: november,
        channel: "payroll",
        wishes: {},
        consentTextVersion: "ikrar-1",
      });
      if (signed.outcome !== "signed") throw new Error(JSON.stringify(signed));
      pledges.set(signed.pledgeId, sponsor);
    }
    await proposeMatches(app, manager, op());
    const { rows } = await listProposals(app, manager);
    await acceptProposals(app, manager, { ...op(), sponsorshipIds: rows.map(({ id }) => id) });
    await sendReady(app, manager, wishes.in ?? november);
    await accepted([...workers.values()]);
    await startMonthRun(app, manager, { ...op(), month: wishes.in ?? november });
    await drainToEmpty(app);
    const pairs = await readRows<{ pledgeId: string; personId: string; code: string }>(
      app,
      `select s.pledge_id, s.person_id, g.code from app.sponsorships s join app.pledges g on g.id = s.pledge_id where s.state = 'accepted' order by g.code`,
    );
    return pairs.flatMap(({ pledgeId, personId, code }) => {
      const [worker, sponsor] = [workers.get(personId), pledges.get(pledgeId)];
      return worker === undefined || sponsor === undefined ? [] : [{ worker, sponsor, pledgeId, code }];
    });
  }

  /** BPJS takes these workers in. */
  async function accepted(workers: readonly ThreadPerson[]): Promise<void> {
    const file = { applier: resultsApplier, kind: "enrolment-result" as const, batchId: app.newId() };
    const rows = workers.map(({ code }) => ({
      personCode: code,
      kpj: aKpj(),
      result: "accepted" as const,
      resultOn: "2026-11-21" as never,
    }));
    await applyRows(app, anActor(app, "BPJ", branch), file, rows);
  }

  /** December is owed by everybody who was taken in. */
  async function nextMonth(): Promise<void> {
    await startMonthRun(app, manager, { ...op(), month: december });
    await drainToEmpty(app);
  }

  return { sponsors, nextMonth };
}

function batchesOf({ app, manager, finance, op }: Desk) {
  async function prepared(of: Month = november, at = office): Promise<string> {
    const answer = await prepareBatch(app, manager, { ...op(), office: at, month: of });
    if (answer.outcome !== "prepared") throw new Error(JSON.stringify(answer));
    return answer.payrollCode;
  }

  async function locked(of: Month = november): Promise<string> {
    const payrollCode = await prepared(of);
    const { version } = await getBatch(app, finance, { payrollCode });
    await proposeBatch(app, manager, { ...op(), payrollCode, version });
    await approve(payrollCode);
    return payrollCode;
  }

  async function approve(payrollCode: string, by: Actor = finance) {
    const { version, fingerprint } = await getBatch(app, by, { payrollCode });
    return decideBatch(app, by, { ...op(), payrollCode, version, fingerprint, verdict: "approve" });
  }

  return { prepared, locked, approve };
}

function filesOf({ app, treasurer, op }: Desk) {
  /** The CSV as it was given out, with what payroll wrote into it, row by row in its order. */
  async function filled(
    payrollCode: string,
    write: (row: { readonly code: string; readonly amount: string }, at: number) => readonly [string, string],
  ): Promise<string> {
    const file = await givePayrollFile(app, treasurer, { payrollCode, form: "all", format: "csv" });
    const [header = "", ...rows] = Buffer.from(file.bytes).toString("utf8").trimEnd().split("\r\n");
    const heads = header.replace("\uFEFF", "").split(";");
    const at = (name: string) => heads.indexOf(name);
    const written = rows.map((row, n) => {
      const cells = row.split(";");
      const said = write({ code: cells[at("Kode Kuasa")]!, amount: cells[at("Potongan")]! }, n);
      [cells[at("Terpotong")], cells[at("Alasan Tidak Terpotong")]] = said;
      return cells.join(";");
    });
    return kept(`${app.newId()}.csv`, [heads.join(";"), ...written].join("\r\n"));
  }

  function kept(name: string, content: string | Buffer): string {
    const path = join(app.config.dataDir, name);
    writeFileSync(path, content);
    return path;
  }

  async function expecting(payrollCode: string, count: number, sum: number) {
    const { version } = await getBatch(app, treasurer, { payrollCode });
    await expectResult(app, treasurer, { ...op(), payrollCode, version, count, sum });
    return version;
  }

  /** The whole answer of payroll: typed, filled in, taken, in the books. */
  async function answered(
    payrollCode: string,
    said: { readonly count: number; readonly sum: number },
    write: Parameters<typeof filled>[1],
  ) {
    const version = await expecting(payrollCode, said.count, said.sum);
    const path = await filled(payrollCode, write);
    const taken = await takeResult(app, treasurer, {
      ...op(),
      payrollCode,
      version,
      fileName: "hasil.csv",
      path,
    });
    await drainToEmpty(app);
    return taken;
  }

  return { filled, kept, expecting, answered };
}

function moneyOf({ app, finance, treasurer, op }: Desk, kept: (name: string, content: string) => string) {
  async function sent(sum: number, reference = "TRF-1"): Promise<string> {
    const slip = { path: kept("slip.pdf", "%PDF-1.7 slip"), fileName: "slip.pdf" };
    const told = await tellRemittance(app, treasurer, {
      ...op(),
      office,
      rupiah: sum,
      sentOn: "2026-11-21",
      reference,
      slip,
    });
    if (told.outcome !== "told") throw new Error(JSON.stringify(told));
    return told.remittanceCode;
  }

  const arrived = (remittanceCode: string) =>
    receiveRemittance(app, finance, { ...op(), remittanceCode, bank: "nagari", arrivedOn: "2026-11-21" });

  /** BPJS's receipts for these workers. */
  const receipts = (workers: readonly ThreadPerson[], of: Month = november) =>
    applyRows(
      app,
      anActor(app, "BPJ", branch),
      { applier: receiptsApplier, kind: "bpjs-receipts", batchId: app.newId() },
      workers.map(({ code }) => ({ personCode: code, month: of, amount: rupiah(8400), billingCode: "B1" })),
    );

  return { sent, arrived, receipts };
}

/** Everybody deducted as promised. */
export const asPromised = ({ amount }: { readonly amount: string }): readonly [string, string] => [
  amount,
  "",
];
