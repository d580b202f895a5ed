import { beforeEach, describe, expect, test } from "vitest";
import { decideProposal, getBooks, proposeEntry, verifyLedger } from "#ledger";
import { recordLifeEvent } from "#life-events";
import { startMonthRun } from "#month-runs";
import { getMyPledge } from "#sponsors";
import { listTasks } from "#tasks";
import { rupiah } from "@tuwai/domain/money";
import { civilDate, month } from "@tuwai/domain/time";
import {
  anActor,
  asPromised,
  insertPlaces,
  openCity,
  payrollDesk,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import {
  cancelBatch,
  closeBatch,
  decideBatch,
  decideEndings,
  deductedMonths,
  getBatch,
  getReconciliation,
  getRemittances,
  givePayrollFile,
  listBatches,
  listDue,
  matchRemittance,
  openSlip,
  prepareBatch,
  proposeBatch,
  proposeEndings,
  setPayrollColumns,
  takeResult,
  tellRemittance,
  undoEnding,
  undoMatch,
  undoResult,
  unlockBatch,
  withdrawRemittance,
} from "./index.ts";
import { defaultPayrollColumns } from "./payroll-columns.ts";

const city = testDatabase();
const office = "DINSOS";
const november = month("2026-11");
const december = month("2026-12");
let desk: ReturnType<typeof payrollDesk>;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  desk = payrollDesk(city.app);
});

const balance = async (account: string) =>
  (
    await readRows<{ amount: number }>(
      city.app,
      `select coalesce(sum(amount), 0)::int as amount from app.ledger_balances where account like '${account}%'`,
    )
  )[0]!.amount;
const tasksOf = async (actor: Parameters<typeof listTasks>[1]) =>
  (await listTasks(city.app, actor)).map(({ code, count }) => `${code} ${count}`);
const reconciliation = (payrollCode: string) => getReconciliation(city.app, desk.finance, { payrollCode });
const seen = async (payrollCode: string) => {
  const { version } = await getBatch(city.app, desk.finance, { payrollCode });
  return { ...desk.op(), payrollCode, version };
};

describe("a batch", () => {
  test("is drawn up from what is owed, seen with its rows by a second person, locked by content, and nobody approves his own", async () => {
    await desk.sponsors(2);
    expect(await listDue(city.app, desk.manager)).toMatchObject([
      { month: november, offices: [{ office, mandates: 2, own: 16_800, isTaken: false }] },
      { offices: [] },
    ]);
    expect(await tasksOf(desk.manager)).toContain("prepare-payroll 1");
    const payrollCode = await desk.prepared();
    expect(await tasksOf(desk.manager)).not.toContain("prepare-payroll 1");
    const batch = await getBatch(city.app, desk.finance, { payrollCode });
    expect(batch).toMatchObject({
      state: "draft",
      version: 1,
      mandates: 2,
      promisedRupiah: 16_800,
      isOwn: false,
    });
    expect(batch.sums.changes).toEqual({ new: 2, stopped: 0, changed: 0, same: 0 });
    await proposeBatch(city.app, desk.manager, await seen(payrollCode));
    expect(await tasksOf(desk.finance)).toContain("decide-payroll 1");
    const { version, fingerprint } = batch;
    const verdict = { payrollCode, version, fingerprint, verdict: "approve" } as const;
    await expect(
      decideBatch(city.app, desk.finance, { ...desk.op(), ...verdict, fingerprint: "00" }),
    ).rejects.toMatchObject({ code: "stale" });
    expect(await decideBatch(city.app, desk.finance, { ...desk.op(), ...verdict })).toEqual({
      outcome: "locked",
    });
    expect(await tasksOf(desk.treasurer)).toContain("answer-payroll 1");
    await expect(cancelBatch(city.app, desk.manager, await seen(payrollCode))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("drawn up by finance is approved by another of finance, or refused with a reason", async () => {
    await desk.sponsors(1);
    const of = { office, month: november };
    const made = await prepareBatch(city.app, desk.finance, { ...desk.op(), ...of });
    const { payrollCode } = made as { payrollCode: string };
    await proposeBatch(city.app, desk.finance, await seen(payrollCode));
    await expect(desk.approve(payrollCode, desk.finance)).rejects.toMatchObject({ code: "four-eyes" });
    const { fingerprint } = await getBatch(city.app, desk.second, { payrollCode });
    const refusal = { ...(await seen(payrollCode)), fingerprint, verdict: "refuse" } as const;
    expect(await decideBatch(city.app, desk.second, refusal)).toEqual({
      outcome: "refused",
      reasons: ["without-reason"],
    });
    await decideBatch(city.app, desk.second, {
      ...refusal,
      ...desk.op(),
      reason: "pegawai pindah belum keluar",
    });
    expect(await getBatch(city.app, desk.finance, { payrollCode })).toMatchObject({
      state: "draft",
      refusal: "pegawai pindah belum keluar",
    });
    expect(await prepareBatch(city.app, desk.finance, { ...desk.op(), ...of })).toMatchObject({ version: 1 });
    await proposeBatch(city.app, desk.finance, await seen(payrollCode));
    expect(await desk.approve(payrollCode, desk.second)).toEqual({ outcome: "locked" });
  });

  test("keeps its mandates while it is open; once locked, a second one takes up those who came later, and a cancelled one lets go", async () => {
    await desk.sponsors(1);
    const first = await desk.locked();
    const again = () => prepareBatch(city.app, desk.manager, { ...desk.op(), office, month: november });
    expect(await again()).toEqual({ outcome: "refused", reasons: ["nothing-due"] });
    await desk.sponsors(1);
    const second = await desk.prepared();
    expect(second).not.toBe(first);
    expect(await getBatch(city.app, desk.finance, { payrollCode: second })).toMatchObject({
      isSupplement: true,
      mandates: 1,
    });
    await cancelBatch(city.app, desk.manager, await seen(second));
    const third = await desk.prepared();
    expect(await getBatch(city.app, desk.finance, { payrollCode: third })).toMatchObject({ mandates: 1 });
    expect((await listBatches(city.app, desk.treasurer)).rows.map(({ state }) => state).toSorted()).toEqual([
      "cancelled",
      "draft",
      "locked",
    ]);
  });

  test("leaves a mandate out whose month costs more than it allows, and says so", async () => {
    const [one] = await desk.sponsors(2);
    await readRows(
      city.app,
      `update app.pledges set cap_rupiah = 8000 where id = ? returning 1`,
      one!.pledgeId,
    );
    const payrollCode = await desk.prepared();
    const batch = await getBatch(city.app, desk.finance, { payrollCode });
    expect(batch).toMatchObject({
      mandates: 1,
      leftOut: [{ mandateCode: one!.code, reason: "over-cap", own: 8400 }],
    });
  });

  test("unlocked gets a version of its own and voids the files that were given out; a result for the old one is refused by name with the difference", async () => {
    const [one] = await desk.sponsors(2);
    const payrollCode = await desk.locked();
    const old = await desk.filled(payrollCode, asPromised);
    const reason = { reason: "satu pegawai berhenti" };
    expect(await unlockBatch(city.app, desk.finance, { ...(await seen(payrollCode)), ...reason })).toEqual({
      outcome: "unlocked",
      voided: 1,
    });
    await readRows(
      city.app,
      `update app.pledges set cap_rupiah = 8000 where id = ? returning 1`,
      one!.pledgeId,
    );
    expect(await desk.prepared()).toBe(payrollCode);
    await proposeBatch(city.app, desk.manager, await seen(payrollCode));
    await desk.approve(payrollCode);
    const { version, files } = await getBatch(city.app, desk.finance, { payrollCode });
    expect([version, files.map(({ voidedAt }) => voidedAt !== null)]).toEqual([3, [true]]);
    await desk.expecting(payrollCode, 1, 8400);
    const file = { fileName: "lama.csv", path: old };
    expect(
      await takeResult(city.app, desk.treasurer, { ...desk.op(), payrollCode, version, ...file }),
    ).toEqual({
      outcome: "refused",
      problems: [{ problem: "old-version", version: 1 }],
      difference: { mandates: 1, first: [{ mandateCode: one!.code, before: 8400, now: 0 }] },
    });
  });
});

describe("the file", () => {
  test("has the office's own columns in its order, with batch, version and fingerprint in each row, as workbook and as CSV", async () => {
    await desk.sponsors(1);
    const payrollCode = await desk.locked();
    const columns = defaultPayrollColumns
      .map(({ field, header }) => ({ field, header: field === "amount" ? "POT. TUWAI" : header }))
      .toReversed();
    const set = { office, fromNumber: 0, columns };
    expect(await setPayrollColumns(city.app, desk.treasurer, { ...desk.op(), ...set })).toEqual({
      outcome: "changed",
      number: 1,
    });
    expect(
      await setPayrollColumns(city.app, desk.treasurer, {
        ...desk.op(),
        ...set,
        fromNumber: 1,
        columns: columns.slice(1),
      }),
    ).toMatchObject({ reasons: [{ reason: "field-missing", names: ["stamp"] }] });
    const { stamp } = await getBatch(city.app, desk.treasurer, { payrollCode });
    const csv = await givePayrollFile(city.app, desk.treasurer, {
      payrollCode,
      form: "changes",
      format: "csv",
    });
    const [head, row] = Buffer.from(csv.bytes).toString("utf8").split("\r\n");
    expect(head).toMatch(/^\uFEFFTanda Daftar;.*POT\. TUWAI/);
    expect(row!.startsWith(`${stamp};;;baru;8400;0;2026-11;`)).toBe(true);
    const book = await givePayrollFile(city.app, desk.treasurer, {
      payrollCode,
      form: "all",
      format: "xlsx",
    });
    expect(Buffer.from(book.bytes).subarray(0, 2).toString()).toBe("PK");
    expect(book.fileName).toBe(`potongan-2026-11-${payrollCode}-v1.xlsx`);
  });

  test("and everything else that a treasurer sees names no worker, and nothing of another office", async () => {
    const [one] = await desk.sponsors(2);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 2, sum: 16_800 }, asPromised);
    await desk.receipts([one!.worker]);
    const treasurer = desk.treasurer;
    const shown = JSON.stringify([
      await getBatch(city.app, treasurer, { payrollCode }),
      await getReconciliation(city.app, treasurer, { payrollCode }),
      await listBatches(city.app, treasurer),
      await getRemittances(city.app, treasurer),
      Buffer.from(
        (await givePayrollFile(city.app, treasurer, { payrollCode, form: "all", format: "csv" })).bytes,
      ).toString("utf8"),
    ]);
    expect(shown).not.toMatch(/PK-|Syafril/);
    expect(shown).not.toContain(one!.worker.id);
    const stranger = anActor(city.app, "BND", "RSUD");
    await expect(getBatch(city.app, stranger, { payrollCode })).rejects.toMatchObject({ code: "not-found" });
    expect((await listBatches(city.app, stranger)).total).toBe(0);
  });
});

describe("the result of payroll", () => {
  test("is taken after its count and sum were typed, once however often it is sent, and stands in the books", async () => {
    await desk.sponsors(2);
    const payrollCode = await desk.locked();
    const path = await desk.filled(payrollCode, ({ amount }, at) =>
      at === 0 ? [amount, ""] : ["0", "saldo kurang"],
    );
    const take = async () =>
      takeResult(city.app, desk.treasurer, { ...(await seen(payrollCode)), fileName: "hasil.csv", path });
    expect(await take()).toMatchObject({ problems: [{ problem: "not-expected" }] });
    await desk.expecting(payrollCode, 2, 16_800);
    expect(await take()).toMatchObject({
      problems: [
        { problem: "count-differs", expected: 2, found: 1 },
        { problem: "sum-differs", expected: 16_800, found: 8400 },
      ],
    });
    await desk.expecting(payrollCode, 1, 8400);
    expect(await take()).toEqual({ outcome: "taken", count: 1, sum: 8400, repeated: false });
    expect(await take()).toMatchObject({ outcome: "taken", repeated: true });
    await drainToEmpty(city.app);
    expect([await balance("1150:DINSOS"), await balance("1200:S:")]).toEqual([8400, 8400]);
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
    const other = await desk.filled(payrollCode, ({ amount }) => [amount, "x"]);
    expect(
      await takeResult(city.app, desk.treasurer, {
        ...(await seen(payrollCode)),
        fileName: "b.csv",
        path: other,
      }),
    ).toMatchObject({ problems: [{ problem: "answered-before" }] });
  });

  test("taken back leaves the books as they were, and another can come", async () => {
    await desk.sponsors(1);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 1, sum: 8400 }, asPromised);
    expect(await undoResult(city.app, desk.treasurer, await seen(payrollCode))).toEqual({
      outcome: "undone",
    });
    await drainToEmpty(city.app);
    expect([await balance("1150"), await balance("1200:S:")]).toEqual([0, 8400]);
    expect(await desk.answered(payrollCode, { count: 0, sum: 0 }, () => ["0", "cuti"])).toMatchObject({
      outcome: "taken",
      sum: 0,
    });
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test.each([
    ["hasil.xlsx", "bukan buku kerja", { problem: "unreadable" }],
    ["hasil.csv", "Nama;Jumlah\r\nA;1\r\n", { problem: "no-header" }],
  ])("%s that cannot be read is refused and changes nothing", async (fileName, content, problem) => {
    await desk.sponsors(1);
    const payrollCode = await desk.locked();
    await desk.expecting(payrollCode, 1, 8400);
    const path = desk.kept(fileName, content);
    expect(
      await takeResult(city.app, desk.treasurer, { ...(await seen(payrollCode)), fileName, path }),
    ).toMatchObject({ outcome: "refused", problems: [problem] });
    expect(await readRows(city.app, "select 1 from app.payroll_results")).toEqual([]);
  });
});

describe("a transfer", () => {
  test("is told with its slip, waits in suspense once it arrived, is matched to what was deducted, and both sides open again when that is undone", async () => {
    await desk.sponsors(2);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 2, sum: 16_800 }, asPromised);
    expect(await tasksOf(desk.treasurer)).toContain("send-remittance 1");
    const remittanceCode = await desk.sent(16_800);
    expect(await tasksOf(desk.treasurer)).not.toContain("send-remittance 1");
    expect(Buffer.from((await openSlip(city.app, desk.finance, { remittanceCode })).bytes).toString()).toBe(
      "%PDF-1.7 slip",
    );
    const sealed = await readRows<{ slip: Buffer }>(
      city.app,
      "select slip_sealed as slip from app.remittances",
    );
    expect(sealed[0]!.slip.includes("slip")).toBe(false);
    const match = async () =>
      matchRemittance(city.app, desk.finance, { ...(await seen(payrollCode)), remittanceCode });
    expect(await match()).toEqual({ outcome: "refused", reasons: ["not-received"] });
    expect(await desk.arrived(remittanceCode)).toEqual({ outcome: "received" });
    expect(await desk.arrived(remittanceCode)).toEqual({ outcome: "refused", reasons: ["received-before"] });
    expect([await balance("2400"), await balance("1150")]).toEqual([-16_800, 16_800]);
    expect(await match()).toEqual({ outcome: "matched", rupiah: 16_800, inSuspense: 0, short: 0 });
    expect([await balance("2400"), await balance("1150"), await balance("1100:nagari")]).toEqual([
      0, 0, 16_800,
    ]);
    const { matches } = await reconciliation(payrollCode);
    await undoMatch(city.app, desk.finance, { ...(await seen(payrollCode)), matchId: matches[0]!.id });
    expect([await balance("2400"), await balance("1150")]).toEqual([-16_800, 16_800]);
    expect((await reconciliation(payrollCode)).transfer).toMatchObject({ short: 16_800, matched: 0 });
    expect(await match()).toMatchObject({ outcome: "matched" });
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("of more than was deducted leaves the rest in suspense", async () => {
    await desk.sponsors(1);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 1, sum: 8400 }, asPromised);
    const remittanceCode = await desk.sent(10_000);
    await desk.arrived(remittanceCode);
    const matched = { ...(await seen(payrollCode)), remittanceCode };
    expect(await matchRemittance(city.app, desk.finance, matched)).toEqual({
      outcome: "matched",
      rupiah: 8400,
      inSuspense: 1600,
      short: 0,
    });
    expect(await balance("2400")).toBe(-1600);
  });

  test("without amount, day, reference or slip is refused with all reasons; told twice it is one; told by mistake it is withdrawn", async () => {
    await desk.sponsors(1);
    const told = (more: object) =>
      tellRemittance(city.app, desk.treasurer, {
        ...desk.op(),
        office,
        rupiah: 8400,
        sentOn: "2026-11-21",
        reference: "TRF-1",
        slip: null,
        ...more,
      });
    expect(await told({ rupiah: 0, sentOn: "2027-01-01", reference: " " })).toEqual({
      outcome: "refused",
      reasons: ["amount", "day", "without-reference", "without-slip"],
    });
    const text = { path: desk.kept("slip.txt", "bukan gambar"), fileName: "slip.txt" };
    expect(await told({ slip: text })).toEqual({ outcome: "refused", reasons: ["slip-kind"] });
    const remittanceCode = await desk.sent(8400);
    const slip = { path: desk.kept("slip.pdf", "%PDF-1.7 slip"), fileName: "slip.pdf" };
    expect(await told({ slip })).toEqual({ outcome: "refused", reasons: ["told-before"] });
    expect(await withdrawRemittance(city.app, desk.treasurer, { ...desk.op(), remittanceCode })).toEqual({
      outcome: "withdrawn",
    });
    expect(await getRemittances(city.app, desk.treasurer)).toEqual([]);
    await expect(told({ office: "RSUD", slip })).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Three employees: one agrees, one was not deducted, one is not on BPJS's list. */
async function threeLines() {
  const pairs = await desk.sponsors(3);
  const payrollCode = await desk.locked();
  const [agrees, missing, unpaid] = pairs;
  await desk.answered(payrollCode, { count: 2, sum: 16_800 }, ({ code, amount }) =>
    code === missing!.code ? ["0", "saldo kurang"] : [amount, ""],
  );
  const remittanceCode = await desk.sent(16_800);
  await desk.arrived(remittanceCode);
  await matchRemittance(city.app, desk.finance, { ...(await seen(payrollCode)), remittanceCode });
  await desk.receipts([agrees!.worker]);
  return { payrollCode, agrees: agrees!, missing: missing!, unpaid: unpaid! };
}
const choose = async (
  payrollCode: string,
  choices: readonly { readonly code: string; readonly ending: string; readonly more?: object }[],
  by = desk.finance,
) => {
  const { differences } = await reconciliation(payrollCode);
  return proposeEndings(city.app, by, {
    ...(await seen(payrollCode)),
    choices: choices.map(({ code, ending, more }) => ({
      mandateCode: code,
      lineHash: differences.find(({ mandateCode }) => mandateCode === code)?.lineHash ?? "",
      ending: ending as never,
      note: "diperiksa",
      ...more,
    })),
  });
};
const decide = async (payrollCode: string, verdict: "accept" | "refuse", by = desk.second, reason = "") => {
  const { differences, transfer } = await reconciliation(payrollCode);
  const waiting = [...differences, transfer].flatMap(({ ending }) =>
    ending !== null && ending.decision === null ? [ending.id] : [],
  );
  const decisions = waiting.map((endingId) => ({ endingId, verdict, reason }));
  return decideEndings(city.app, by, { ...(await seen(payrollCode)), decisions });
};

describe("reconciliation", () => {
  test("shows only what differs, and every sum of the three columns", async () => {
    const { payrollCode, missing, unpaid } = await threeLines();
    expect(await reconciliation(payrollCode)).toMatchObject({
      isBpjsIn: true,
      totals: {
        lines: 3,
        agree: 1,
        different: 2,
        promised: 25_200,
        deducted: 16_800,
        paid: 8400,
        differing: 16_800,
      },
      transfer: { deducted: 16_800, matched: 16_800, short: 0 },
      differences: [
        { mandateCode: unpaid.code, state: "not-paid", rupiah: 8400 },
        { mandateCode: missing.code, state: "not-deducted", reason: "balance", words: "saldo kurang" },
      ],
      openEnds: ["differences-open"],
    });
  });

  test("waits for BPJS's list as a whole, and counts no difference before it is in", async () => {
    await desk.sponsors(2);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 2, sum: 16_800 }, asPromised);
    expect(await reconciliation(payrollCode)).toMatchObject({
      isBpjsIn: false,
      differences: [],
      openEnds: ["bpjs-waiting", "transfer-open"],
    });
  });

  test("ends each difference by one person's choice and another's word, each with its own answer, read back from the store", async () => {
    const { payrollCode, missing, unpaid } = await threeLines();
    const chosen = await choose(payrollCode, [
      { code: missing.code, ending: "carried" },
      { code: unpaid.code, ending: "written-off" },
      { code: "IK-NOBODY", ending: "carried" },
    ]);
    expect(chosen).toEqual({
      answers: [
        { mandateCode: missing.code, answer: "taken" },
        { mandateCode: unpaid.code, answer: "refused", reason: "does-not-fit" },
        { mandateCode: "IK-NOBODY", answer: "refused", reason: "no-difference" },
      ],
      proposed: 1,
      accepted: 0,
    });
    expect(await choose(payrollCode, [{ code: missing.code, ending: "wrong-data" }])).toMatchObject({
      answers: [{ answer: "refused", reason: "proposed-before" }],
    });
    expect(await decide(payrollCode, "accept", desk.finance)).toMatchObject({
      answers: [{ answer: "refused", reason: "own-proposal" }],
    });
    expect(await tasksOf(desk.second)).toContain("decide-endings 1");
    expect(await decide(payrollCode, "refuse")).toMatchObject({ answers: [{ reason: "without-reason" }] });
    expect(await decide(payrollCode, "accept")).toEqual({
      answers: [{ mandateCode: missing.code, answer: "taken" }],
      proposed: 0,
      accepted: 1,
    });
    expect(await closeBatch(city.app, desk.finance, await seen(payrollCode))).toEqual({
      outcome: "refused",
      reasons: ["differences-open"],
    });
    await desk.receipts([unpaid.worker]);
    expect(await closeBatch(city.app, desk.finance, await seen(payrollCode))).toMatchObject({
      outcome: "closed",
    });
  });

  test("asks anew about a line that changed after it was proposed, and does the others", async () => {
    const { payrollCode, missing, unpaid } = await threeLines();
    await choose(payrollCode, [
      { code: missing.code, ending: "written-off" },
      { code: unpaid.code, ending: "wrong-data" },
    ]);
    const before = await reconciliation(payrollCode);
    const decisions = before.differences.map(({ ending }) => ({
      endingId: ending!.id,
      verdict: "accept" as const,
    }));
    await desk.receipts([unpaid.worker]);
    const answer = await decideEndings(city.app, desk.second, { ...(await seen(payrollCode)), decisions });
    expect(answer).toEqual({
      answers: [
        { mandateCode: unpaid.code, answer: "changed" },
        { mandateCode: missing.code, answer: "taken" },
      ],
      proposed: 0,
      accepted: 1,
    });
  });

  test("returns what BPJS does not have to the employee, through the books and two persons, and opens again by the mirror", async () => {
    const { payrollCode, unpaid } = await threeLines();
    await choose(payrollCode, [{ code: unpaid.code, ending: "returned" }]);
    expect(await decide(payrollCode, "accept")).toMatchObject({ accepted: 1 });
    expect([await balance(`2500:${unpaid.code}`), await balance("2900")]).toEqual([-8400, 0]);
    const line = (await reconciliation(payrollCode)).differences.find(
      ({ mandateCode }) => mandateCode === unpaid.code,
    );
    const undone = { endingId: line!.ending!.id, reason: "bukti transfer keliru" };
    expect(await undoEnding(city.app, desk.second, { ...(await seen(payrollCode)), ...undone })).toEqual({
      outcome: "in-books",
    });
    const { proposals } = await getBooks(city.app, desk.finance, {});
    expect(proposals.map(({ kind }) => kind)).toEqual(["reverse"]);
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("written off by two persons is owed no more in the books, and payable to nobody; the mirror brings it back", async () => {
    const { payrollCode, missing } = await threeLines();
    const owed = () => balance(`1200:S:${missing.pledgeId}`);
    const before = await balance("2100:2026-11");
    expect(await owed()).toBe(8400);
    await choose(payrollCode, [{ code: missing.code, ending: "written-off" }]);
    expect(await owed()).toBe(8400);
    expect(await decide(payrollCode, "accept")).toMatchObject({ accepted: 1 });
    expect([await owed(), await balance("2100:2026-11")]).toEqual([0, before + 8400]);
    const line = (await reconciliation(payrollCode)).differences.find(
      ({ mandateCode }) => mandateCode === missing.code,
    );
    const undone = { endingId: line!.ending!.id, reason: "ternyata dipotong" };
    expect(await undoEnding(city.app, desk.second, { ...(await seen(payrollCode)), ...undone })).toEqual({
      outcome: "in-books",
    });
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("carries a missed deduction into the next month under the cap, and does not let go of what that month took up", async () => {
    const { payrollCode, missing, agrees, unpaid } = await threeLines();
    await choose(payrollCode, [{ code: missing.code, ending: "carried" }]);
    await decide(payrollCode, "accept");
    await desk.nextMonth();
    const next = await desk.prepared(december);
    const batch = await getBatch(city.app, desk.finance, { payrollCode: next });
    expect(
      new Map(
        batch.lines.map(({ mandateCode, own, carried, amount, change }) => [
          mandateCode,
          [own, carried, amount, change],
        ]),
      ),
    ).toEqual(
      new Map<string, unknown>([
        [agrees.code, [8400, 0, 8400, "same"]],
        [missing.code, [8400, 8400, 16_800, "changed"]],
        [unpaid.code, [8400, 0, 8400, "same"]],
      ]),
    );
    const ending = (await reconciliation(payrollCode)).differences.find(
      ({ mandateCode }) => mandateCode === missing.code,
    )!.ending!;
    const undo = async () =>
      undoEnding(city.app, desk.finance, { ...(await seen(payrollCode)), endingId: ending.id, reason: "" });
    expect(await undo()).toEqual({ outcome: "taken-up" });
    await cancelBatch(city.app, desk.manager, await seen(next));
    expect(await undo()).toEqual({ outcome: "undone" });
    expect((await reconciliation(payrollCode)).ended).toBe(0);
  });

  test("ends a transfer that came short as a fee that the city bears, through the books, and closes", async () => {
    const [one] = await desk.sponsors(1);
    const payrollCode = await desk.locked();
    await desk.answered(payrollCode, { count: 1, sum: 8400 }, asPromised);
    const remittanceCode = await desk.sent(5900);
    await desk.arrived(remittanceCode);
    await matchRemittance(city.app, desk.finance, { ...(await seen(payrollCode)), remittanceCode });
    await desk.receipts([one!.worker]);
    const { transfer } = await reconciliation(payrollCode);
    expect(transfer).toMatchObject({ short: 2500, fits: ["open", "fee", "wrong-data", "written-off"] });
    const choice = { mandateCode: null, lineHash: transfer.lineHash, note: "biaya bank" } as const;
    const propose = async (more: object) =>
      proposeEndings(city.app, desk.finance, {
        ...(await seen(payrollCode)),
        choices: [{ ...choice, ending: "fee", ...more }],
      });
    expect(await propose({})).toMatchObject({ answers: [{ reason: "without-bearer" }] });
    expect(await propose({ borneBy: "city" })).toMatchObject({ proposed: 1 });
    await decide(payrollCode, "accept");
    expect([await balance("1150"), await balance("1220:K")]).toEqual([0, 2500]);
    expect(await closeBatch(city.app, desk.finance, await seen(payrollCode))).toMatchObject({
      outcome: "closed",
    });
    expect(await verifyLedger(city.app)).toMatchObject({ firstFault: null });
  });

  test("by two people at once with thirty quick clicks loses nothing and doubles nothing", async () => {
    const pairs = await desk.sponsors(15);
    const payrollCode = await desk.locked();
    const [first] = pairs;
    await desk.answered(payrollCode, { count: 1, sum: 8400 }, ({ code, amount }) =>
      code === first!.code ? [amount, ""] : ["0", "saldo kurang"],
    );
    const { differences } = await reconciliation(payrollCode);
    expect(differences).toHaveLength(14);
    const { version } = await getBatch(city.app, desk.finance, { payrollCode });
    const click = (by: typeof desk.finance, line: (typeof differences)[number]) =>
      proposeEndings(city.app, by, {
        ...desk.op(),
        payrollCode,
        version,
        choices: [
          { mandateCode: line.mandateCode, lineHash: line.lineHash, ending: "wrong-data", note: "cek" },
        ],
      });
    const clicks = differences.flatMap((line) => [click(desk.finance, line), click(desk.second, line)]);
    clicks.push(click(desk.finance, differences[0]!), click(desk.second, differences[13]!));
    const answers = (await Promise.all(clicks)).flatMap((each) => each.answers);
    expect(answers).toHaveLength(30);
    expect(answers.filter(({ answer }) => answer === "taken")).toHaveLength(14);
    expect(answers.filter(({ reason }) => reason === "proposed-before")).toHaveLength(16);
    const shown = await reconciliation(payrollCode);
    const deciding = shown.differences.flatMap(({ ending }) =>
      [desk.finance, desk.second].map((by) =>
        decideEndings(city.app, by, {
          ...desk.op(),
          payrollCode,
          version,
          decisions: [{ endingId: ending!.id, verdict: "accept" }],
        }),
      ),
    );
    const decided = (await Promise.all(deciding)).flatMap((each) => each.answers);
    expect(decided.filter(({ answer }) => answer === "taken")).toHaveLength(14);
    expect((await reconciliation(payrollCode)).ended).toBe(14);
    expect(
      await readRows(city.app, "select 1 from app.payroll_endings where decision = 'accepted'"),
    ).toHaveLength(14);
  });
});

test("a month that is owed no more after it was deducted leaves the money with the employee, and the books go on", async () => {
  const { app } = city;
  const [first] = await desk.sponsors(2);
  const payrollCode = await desk.locked();
  await desk.answered(payrollCode, { count: 2, sum: 16_800 }, asPromised);
  const operator = anActor(app, "OPR", places.naras.code);
  const death = {
    personCode: first!.worker.code,
    kind: "died",
    on: "2026-10-28",
    document: "family",
  } as const;
  await recordLifeEvent(app, operator, { ...desk.op(), ...death, on: civilDate(death.on) });
  await startMonthRun(app, desk.manager, { ...desk.op(), month: november });
  await drainToEmpty(app);
  expect(await readRows(app, "select topic, last_error from app.work where failed_at is not null")).toEqual(
    [],
  );
  expect([await balance("1200"), await balance("2200"), await balance("2100")]).toEqual([0, -8400, -8400]);
  expect(await verifyLedger(app)).toMatchObject({ ok: true });
  await startMonthRun(app, desk.manager, { ...desk.op(), month: november });
  await drainToEmpty(app);
  expect(await balance("2200")).toBe(-8400);
});

test("a month that is owed no more after it went to BPJS lies there as a credit, and is the employee's money", async () => {
  const { app } = city;
  const [first] = await desk.sponsors(1);
  const payrollCode = await desk.locked();
  await desk.answered(payrollCode, { count: 1, sum: 8400 }, asPromised);
  await desk.arrived(await desk.sent(8400));
  const event = { kind: "remit", bank: "nagari", month: november, amount: rupiah(8400) } as const;
  const entry = {
    event,
    naturalKey: "setor",
    valueDate: civilDate("2026-11-21"),
    reason: "Setoran November",
  };
  const proposed = await proposeEntry(app, desk.finance, { ...desk.op(), entry });
  if (proposed.outcome !== "proposed") throw new Error(JSON.stringify(proposed));
  const { proposalId } = proposed;
  await decideProposal(app, desk.second, { ...desk.op(), proposalId, verdict: "approve" });
  const operator = anActor(app, "OPR", places.naras.code);
  const death = { personCode: first!.worker.code, kind: "died", document: "family" } as const;
  await recordLifeEvent(app, operator, { ...desk.op(), ...death, on: civilDate("2026-10-28") });
  await startMonthRun(app, desk.manager, { ...desk.op(), month: november });
  await drainToEmpty(app);
  expect(await readRows(app, "select topic, last_error from app.work where failed_at is not null")).toEqual(
    [],
  );
  expect([await balance("1300"), await balance("2100"), await balance("2200")]).toEqual([8400, 0, -8400]);
  expect(await verifyLedger(app)).toMatchObject({ ok: true });
});

test("a civil servant's months say what was promised, deducted, on the account and at BPJS", async () => {
  const [one] = await desk.sponsors(1);
  const payrollCode = await desk.locked();
  expect(await deductedMonths(city.app, one!.sponsor.scope!)).toMatchObject([
    { month: november, promised: 8400, deducted: null, atBpjs: 0 },
  ]);
  await desk.answered(payrollCode, { count: 1, sum: 8400 }, asPromised);
  const remittanceCode = await desk.sent(8400);
  await desk.arrived(remittanceCode);
  await matchRemittance(city.app, desk.finance, { ...(await seen(payrollCode)), remittanceCode });
  await desk.receipts([one!.worker]);
  const [proof] = await deductedMonths(city.app, one!.sponsor.scope!);
  expect(proof).toMatchObject({ deducted: 8400, outcome: "deducted", atBpjs: 8400 });
  expect(proof!.arrivedAt).not.toBeNull();
  expect((await getMyPledge(city.app, one!.sponsor)).deductions).toMatchObject([{ deducted: 8400 }]);
});
