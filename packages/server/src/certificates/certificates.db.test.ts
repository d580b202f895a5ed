import { type Month, month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor } from "#app";
import {
  aCivilServant,
  anActor,
  branch,
  insertPlaces,
  openCity,
  readRows,
  readRowsAs,
  testDatabase,
  type ThreadPerson,
  undoRows,
  aSponsoredWorker,
  receiveMonths,
} from "#testing";
import { listTasks } from "#tasks";
import { drainToEmpty } from "#work";
import {
  checkCertificate,
  getMyCertificates,
  issueCertificate,
  previewCertificate,
  printCertificate,
} from "./index.ts";

const city = testDatabase();
const november = month("2026-11");
const december = month("2026-12");
let manager: Actor;
let officer: Actor;
let sponsor: Actor;
let person: ThreadPerson;

beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  officer = anActor(app, "BPJ", branch);
  manager = anActor(app, "MGR");
  ({ sponsor, person } = await aSponsoredWorker(app));
});

const operationId = () => city.app.newId();

async function received(of: ThreadPerson, ...months: readonly Month[]) {
  const { file } = await receiveMonths(city.app, of, ...months);
  await drainToEmpty(city.app);
  return file;
}

async function takenBack(file: Awaited<ReturnType<typeof received>>) {
  await undoRows(city.app, officer, file);
  await drainToEmpty(city.app);
}

const issue = (as: Actor = sponsor) => issueCertificate(city.app, as, { operationId: operationId() });
const mine = (as: Actor = sponsor) => getMyCertificates(city.app, as);
const check = (certificateCode: string) =>
  checkCertificate(city.app, publicActor("13.77"), { certificateCode });
const print = (certificateId: string, id = operationId()) =>
  printCertificate(city.app, sponsor, { operationId: id, certificateId });

describe("a certificate", () => {
  test("is issued when BPJS has received the first contribution, and not before; a preview issues nothing", async () => {
    expect(await issue()).toEqual({ outcome: "refused", reasons: ["nothing-received"] });
    await expect(previewCertificate(city.app, sponsor)).rejects.toMatchObject({ code: "not-found" });
    await received(person, november);
    expect((await previewCertificate(city.app, sponsor)).length).toBeGreaterThan(1000);
    expect(await mine()).toMatchObject({ valid: null, mayIssue: true });
    const waits = async () => (await listTasks(city.app, sponsor)).map(({ code }) => code);
    expect(await waits()).toContain("issue-certificate");
    expect(await issue()).toMatchObject({ outcome: "issued" });
    expect(await waits()).not.toContain("issue-certificate");
    expect(await mine()).toMatchObject({
      valid: { year: 2026, number: 1, since: november, workers: 1, isPrinted: false },
      mayIssue: false,
    });
  });

  test("is the same one however often it is asked for, also from two windows at once", async () => {
    await received(person, november);
    const answers = await Promise.all([issue(), issue(), issue()]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([
      "already-issued",
      "already-issued",
      "issued",
    ]);
    const rows = await readRows(city.app, "select number from app.certificates");
    expect(rows).toEqual([{ number: 1 }]);
  });

  test("has the next number of its year, without a gap, whoever asks at the same moment", async () => {
    const others = [await aSponsoredWorker(city.app), await aSponsoredWorker(city.app)];
    const all = [{ sponsor, person }, ...others];
    for (const each of all) await received(each.person, november);
    await Promise.all(all.map((each) => issue(each.sponsor)));
    const rows = await readRows<{ number: number }>(
      city.app,
      "select number from app.certificates order by number",
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("is an original once: the same print sent again is the original still, every later one a copy", async () => {
    await received(person, november);
    await issue();
    const { valid } = await mine();
    const first = operationId();
    expect(await print(valid!.id, first)).toMatchObject({
      isCopy: false,
      fileName: "piagam-PGM-2026-0001.pdf",
    });
    expect(await print(valid!.id, first)).toMatchObject({ isCopy: false });
    expect(await print(valid!.id)).toMatchObject({ isCopy: true });
  });

  test("is withdrawn when the money turns out void, with reason and day, and another may be issued after new money", async () => {
    const file = await received(person, november);
    await issue();
    const { valid } = await mine();
    await takenBack(file);
    expect(await mine()).toMatchObject({
      valid: null,
      ended: [{ state: "withdrawn", endReason: "money-reversed" }],
      mayIssue: false,
    });
    expect(await check(valid!.code)).toMatchObject({ state: "withdrawn", endReason: "money-reversed" });
    await received(person, november);
    await issue();
    expect((await mine()).valid).toMatchObject({ number: 2 });
  });

  test("is replaced when the money that stands begins later, and the paper's page names the new one", async () => {
    const first = await received(person, november);
    await received(person, december);
    await issue();
    const { valid } = await mine();
    await takenBack(first);
    const now = await mine();
    expect(now).toMatchObject({
      valid: { number: 2, since: december },
      ended: [{ number: 1, state: "replaced" }],
    });
    expect(await check(valid!.code)).toMatchObject({ state: "replaced", nextYear: 2026, nextNumber: 2 });
    expect(await check(now.valid!.code)).toMatchObject({ state: "valid" });
  });

  test("is withdrawn when the worker had died before the month that was paid", async () => {
    await received(person, november);
    await issue();
    await readRows(city.app, `update app.persons set died_on = '2026-10-02' where id = '${person.id}'`);
    const file = await received(person, december);
    expect(await mine()).toMatchObject({ valid: null, ended: [{ endReason: "money-refunded" }] });
    await takenBack(file);
    expect((await mine()).ended).toHaveLength(1);
  });
});

describe("the page behind its code", () => {
  test("says nothing of the worker, and nothing at all without the whole code", async () => {
    await received(person, november);
    await issue();
    const { valid } = await mine();
    const answer = await check(valid!.code.toLowerCase());
    expect(answer).toMatchObject({ holder: "Rosmaniar, S.Pd", state: "valid", since: november });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${person.code}|${person.id}|Syafril`));
    const mistyped = valid!.code.endsWith("2") ? "3" : "2";
    expect(await check(`${valid!.code.slice(0, -1)}${mistyped}`)).toBeNull();
    expect(await check("%' or true --")).toBeNull();
    await expect(
      readRowsAs(city.app, publicActor("13.77"), "select code from app.certificates"),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("belongs to its sponsor: another neither sees nor prints it, nor does any other login read it", async () => {
    await received(person, november);
    await issue();
    const { valid } = await mine();
    const other = await aCivilServant(city.app);
    expect(await mine(other)).toMatchObject({ valid: null, ended: [], mayIssue: false });
    await expect(
      printCertificate(city.app, other, { operationId: operationId(), certificateId: valid!.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await readRowsAs(city.app, other, "select code from app.certificates")).toEqual([]);
    await expect(readRowsAs(city.app, manager, "select code from app.certificates")).rejects.toMatchObject({
      code: "42501",
    });
  });
});
