import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import {
  declareCommitments,
  evaluateCommitment,
  getVillageCommitments,
  listEvaluations,
  setCommitmentRules,
} from "#commitments";
import { listTasks } from "#tasks";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import {
  confirmBudgetReport,
  getBudgetReport,
  handInBudgetReport,
  listBudgetReports,
  openBudgetReport,
} from "./index.ts";
import { aBudget, asExported, asTypedOver, type OfficeBudget, reportFile } from "./testing-office-reports.ts";

const city = testDatabase();
const { naras, kampung } = places;
const year = 2027;
const op = () => city.app.newId();
let head: Actor;
let manager: Actor;
let mayor: Actor;

const promises = { kades: 220_320, perangkat: 1_296_000, bpd: 453_600, kader: 403_200 } as const;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  head = anActor(city.app, "KDS", naras.code);
  manager = anActor(city.app, "MGR");
  mayor = anActor(city.app, "EXE");
  const list = await insertBatch(city.app, "village-officers");
  await insertPerson(city.app, list, { name: "Rosmaniar", targetGroup: "village-officer" });
  const lines = Object.entries(promises).map(([group, amount]) => ({
    group,
    heads: 3,
    months: 12,
    source: "add",
    amount,
  }));
  const declared = {
    operationId: op(),
    villageCode: naras.code,
    year,
    lines,
    intent: "declare" as const,
    isSure: true,
  };
  expect(await declareCommitments(city.app, head, declared)).toMatchObject({ outcome: "declared" });
});

type Input = Parameters<typeof handInBudgetReport>[2];
const handIn = async (budget: OfficeBudget, over: Partial<Input> = {}, by = head, write = asTypedOver) => {
  const file = await reportFile(write(budget));
  const told = { villageCode: naras.code, year, stage: "draft", paperNumber: "141/9", paperOn: "2026-11-20" };
  return handInBudgetReport(city.app, by, { operationId: op(), ...told, ...file, ...over });
};
const handedIn = async (...input: Parameters<typeof handIn>) => {
  const answer = await handIn(...input);
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer.reportId;
};
const shown = (reportId: string, said: Record<string, string> = {}, by = head) =>
  getBudgetReport(city.app, by, { reportId, said });
const confirm = async (reportId: string, said: Record<string, string> = {}, by = head) => {
  const { plan } = await shown(reportId, said);
  return confirmBudgetReport(city.app, by, { operationId: op(), reportId, said, seen: plan?.seen ?? "" });
};
const groupsNow = async () => {
  const { groups } = await getVillageCommitments(city.app, head, { villageCode: naras.code, year });
  return Object.fromEntries(
    groups.flatMap(({ group, commitment }) => (commitment ? [[group, commitment]] : [])),
  );
};
const waiting = async () =>
  (await listTasks(city.app, head))
    .filter(({ code }) => code === "confirm-budget-reports")
    .map(({ count }) => count);
const problems = async (...input: Parameters<typeof handIn>) => {
  const answer = await handIn(...input);
  return answer.outcome === "refused" ? answer.problems.map(({ problem }) => problem) : [];
};

describe("the report of a draft", () => {
  test("shows what it has for each promise and changes nothing until it is confirmed; then each group takes its step with the report as proof", async () => {
    const file = await reportFile(asTypedOver(aBudget({ perangkat: 1_000_000 })));
    const reportId = await handedIn(aBudget({ perangkat: 1_000_000 }), file);
    const { plan, hash } = await shown(reportId);
    expect(hash).toBe(createHash("sha256").update(readFileSync(file.path)).digest("hex"));
    expect(plan?.groups.map(({ group, budgeted, step }) => [group, budgeted, step.outcome])).toEqual([
      ["kades", 220_320, "takes"],
      ["perangkat", 1_000_000, "takes"],
      ["bpd", null, "stays"],
      ["kader", null, "stays"],
    ]);
    expect(plan?.offered.map(({ account }) => account)).toEqual(["5.1.3.91"]);
    expect((await groupsNow())["kades"]).toMatchObject({ state: "dinyatakan", draftRupiah: null });
    expect(await waiting()).toEqual([1]);
    expect(await confirm(reportId)).toEqual({ outcome: "confirmed", groups: ["kades", "perangkat"] });
    const now = await groupsNow();
    expect(now["perangkat"]).toMatchObject({
      state: "masuk-rapbdes",
      draftRupiah: 1_000_000,
      promised: 1_296_000,
    });
    expect(now["bpd"]).toMatchObject({ state: "dinyatakan" });
    const steps = await readRows(
      city.app,
      "select paper_name, paper_number, encode(paper_hash, 'hex') as hash, report_id, paper_sealed from app.commitment_steps where step = 'draft-budget'",
    );
    expect(steps).toEqual(
      Array.from({ length: 2 }, () => ({
        paperName: "apbdes.xlsx",
        paperNumber: "141/9",
        hash,
        reportId,
        paperSealed: null,
      })),
    );
    expect(await waiting()).toEqual([]);
    expect(await confirm(reportId)).toEqual({ outcome: "refused", reason: "confirmed-before" });
  });

  test("a line that nobody can tell apart waits for whoever hands it in, and goes where that person says", async () => {
    await setCommitmentRules(city.app, manager, {
      operationId: op(),
      rules: { "account-desa-bpd": "5.1.3.91", "account-desa-kader": "5.1.3.91" },
    });
    const reportId = await handedIn(aBudget());
    const { plan } = await shown(reportId);
    expect(plan?.unclear.map(({ groups }) => groups)).toEqual([["bpd", "kader"]]);
    const [key = ""] = plan?.unassigned ?? [];
    expect(await confirm(reportId)).toEqual({ outcome: "refused", reason: "unassigned" });
    expect(await confirm(reportId, { [key]: "bpd" })).toMatchObject({ outcome: "confirmed" });
    const now = await groupsNow();
    expect(now["bpd"]).toMatchObject({ draftRupiah: 453_600 });
    // The draft is whole, and has nothing for the kader: that is what the evaluator has to see.
    expect(now["kader"]).toMatchObject({ state: "masuk-rapbdes", draftRupiah: 0 });
    const { lines } = await listEvaluations(city.app, mayor, { year });
    expect(lines.find(({ group }) => group === "bpd")?.reported).toMatchObject({
      reportId,
      initial: 453_600,
    });
    expect(lines.find(({ group }) => group === "kader")).toMatchObject({
      short: 403_200,
      reported: { initial: null },
    });
  });

  test("a step taken meanwhile makes the preview stale, and nothing of it happens", async () => {
    const reportId = await handedIn(aBudget());
    const { plan } = await shown(reportId);
    await confirm(await handedIn(aBudget({ kades: 1 })));
    const late = { operationId: op(), reportId, said: {}, seen: plan!.seen };
    await expect(confirmBudgetReport(city.app, head, late)).rejects.toMatchObject({ code: "stale" });
    expect((await groupsNow())["kades"]).toMatchObject({ draftRupiah: 1 });
  });
});

const evaluated = async () => {
  await confirm(await handedIn(aBudget()));
  for (const { id, version } of Object.values(await groupsNow()).filter(({ state }) => state === "masuk-rapbdes"))
      await evaluateCommitment(city.app, mayor, { operationId: op(), commitmentId: id, version, fits: true, paperNumber: "9", paperOn: "2026-11-25" }); // oxfmt-ignore
};

describe("the report of a budget in force", () => {
  const title = "ANGGARAN PENDAPATAN DAN BELANJA DESA";

  test("puts the first amount in force, the change budget adds its own beside it, and neither overwrites the other", async () => {
    await evaluated();
    await confirm(await handedIn(aBudget({}, {}, { title }), { stage: "enacted", paperNumber: "Perdes 5" }));
    expect((await groupsNow())["kades"]).toMatchObject({
      state: "ditetapkan",
      initial: 220_320,
      changed: null,
    });
    const change = aBudget({}, { kades: 200_000 }, { title });
    const reportId = await handedIn(change, { stage: "enacted", paperNumber: "Perdes 7" }, head, asExported);
    expect((await shown(reportId)).plan?.groups[0]).toMatchObject({ initial: 220_320, changed: 200_000 });
    await confirm(reportId);
    expect((await groupsNow())["kades"]).toMatchObject({
      initial: 220_320,
      changed: 200_000,
      account: "5.1.3.03",
    });
    const { groups, plan } = await shown(reportId);
    expect(plan).toBeNull();
    expect(groups.find(({ group }) => group === "kades")).toMatchObject({ codes: ["1.1.03 5.1.3.03"] });
    expect(
      (await listBudgetReports(city.app, mayor, { villageCode: naras.code, year })).reports,
    ).toHaveLength(3);
  });

  test("before the draft was evaluated the rules say no, group by group, and nothing is confirmed", async () => {
    const reportId = await handedIn(aBudget({}, {}, { title }), { stage: "enacted" });
    const { plan } = await shown(reportId);
    expect(plan?.groups[0]?.step).toEqual({ outcome: "stays", reasons: ["not-now"] });
    expect(await confirm(reportId)).toEqual({ outcome: "refused", reason: "no-step" });
  });
});

describe("a wrong report", () => {
  test("is said in a word for each thing that is wrong, and is not kept", async () => {
    expect(await problems(aBudget({}, {}, { village: "KAMPUNG BARU" }))).toEqual(["other-village"]);
    expect(await problems(aBudget({}, {}, { village: "ENTAH BERANTAH" }))).toEqual(["village-unclear"]);
    expect(await problems(aBudget({}, {}, { year: 2026 }))).toEqual(["other-year"]);
    expect(await problems(aBudget(), { stage: "enacted" })).toEqual(["says-draft"]);
    expect(await problems(aBudget(), { paperNumber: " ", stage: "" })).toEqual([
      "stage-missing",
      "evidence-missing",
    ]);
    expect(await problems(aBudget(), { paperOn: "2030-01-01" })).toEqual(["day"]);
    const ofWard = { villageCode: kampung.code };
    expect(await problems(aBudget({}, {}, { village: "KAMPUNG BARU" }), ofWard, manager)).toEqual([
      "not-of-kelurahan",
    ]);
    expect(await readRows(city.app, "select 1 from app.budget_reports")).toEqual([]);
  });

  test("the same file twice is one report, opened again as it came, and nothing of another village is there", async () => {
    const budget = aBudget();
    const file = await reportFile(asTypedOver(budget));
    const reportId = await handedIn(budget, file);
    expect(await handIn(budget, file)).toEqual({ outcome: "handed-in", reportId, isKnown: true });
    const opened = await openBudgetReport(city.app, mayor, { reportId });
    expect(Buffer.from(opened.bytes).equals(readFileSync(file.path))).toBe(true);
    const stranger = anActor(city.app, "KDS", kampung.code);
    for (const ask of [
      () => shown(reportId, {}, stranger),
      () => openBudgetReport(city.app, stranger, { reportId }),
      () => listBudgetReports(city.app, stranger, { villageCode: naras.code, year }),
      () => handIn(budget, {}, stranger),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    await expect(handIn(budget, {}, mayor)).rejects.toMatchObject({ code: "forbidden" });
  });
});
