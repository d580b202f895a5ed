import { beforeEach, describe, expect, test } from "vitest";
import { getBatch } from "#payroll";
import { getHolds } from "#replacements";
import { listPledges, stopPledge } from "#sponsors";
import { listTasks } from "#tasks";
import {
  aCivilServant,
  anActor,
  insertBatch,
  insertPlaces,
  insertRecord,
  openCity,
  payrollDesk,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { getServantChanges, keepServant, moveServant } from "./index.ts";

const city = testDatabase({ now: "2026-11-10T02:00:00Z" });
let desk: ReturnType<typeof payrollDesk>;
const changes = async () => (await getServantChanges(city.app, desk.manager)).rows;
const linesOf = async (payrollCode: string) => {
  const { lines } = await getBatch(city.app, desk.finance, { payrollCode });
  return lines.map(({ mandateCode, change }) => [mandateCode, change]);
};
const versionOf = async (code: string) =>
  (await listPledges(city.app, desk.manager)).rows.find((pledge) => pledge.code === code)!.version;

/** A sponsor on a list of his own, then a later list of some office. */
async function aSponsor() {
  const [one] = await desk.sponsors(1);
  const batch = { id: await insertBatch(city.app, "civil-servants"), kind: "civil-servants" } as const;
  await insertRecord(city.app, batch, {
    name: "Rekan",
    attributes: { office: desk.office, nipIndex: "lain" },
  });
  return one!;
}

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  desk = payrollDesk(city.app);
});

describe("a sponsor who moves to another office", () => {
  test("keeps the pledge: from the month that is told the old office's payroll shows it stopped and the new one's shows it new", async () => {
    const [first, second] = await desk.sponsors(2);
    await desk.locked();
    const version = await versionOf(first!.code);
    const moved = await moveServant(city.app, desk.manager, {
      ...desk.op(),
      pledgeCode: first!.code,
      version,
      office: "DINKES",
      month: "2026-12",
    });
    expect(moved).toEqual({ outcome: "moved", month: "2026-12" });
    await desk.nextMonth();
    const old = await desk.prepared(desk.december);
    expect(await linesOf(old)).toEqual(
      expect.arrayContaining([
        [first!.code, "stopped"],
        [second!.code, "same"],
      ]),
    );
    const fresh = await desk.prepared(desk.december, "DINKES");
    expect(await linesOf(fresh)).toEqual([[first!.code, "new"]]);
    const seen = await readRowsAs(
      city.app,
      anActor(city.app, "BND", "DINKES"),
      "select code from app.pledges",
    );
    expect(seen).toEqual([{ code: first!.code }]);
  });

  test("a month before the move is still the old office's, and a second move of the same month is refused as stale", async () => {
    const [first] = await desk.sponsors(1);
    const version = await versionOf(first!.code);
    const move = { pledgeCode: first!.code, version, office: "DINKES", month: "2026-12" };
    await moveServant(city.app, desk.manager, { ...desk.op(), ...move });
    expect(await linesOf(await desk.prepared())).toEqual([[first!.code, "new"]]);
    await expect(moveServant(city.app, desk.manager, { ...desk.op(), ...move })).rejects.toMatchObject({
      code: "stale",
    });
    const same = { ...move, version: await versionOf(first!.code), month: "2026-10" };
    expect(await moveServant(city.app, desk.manager, { ...desk.op(), ...same })).toEqual({
      outcome: "refused",
      reasons: ["month-past", "nothing-changes"],
    });
  });

  test("who retires may go on by own transfer: from then on payroll does not have the pledge", async () => {
    const [first, second] = await desk.sponsors(2);
    await desk.locked();
    const version = await versionOf(first!.code);
    const to = { channel: "own-transfer" as const, month: "2026-12" };
    await moveServant(city.app, desk.manager, { ...desk.op(), pledgeCode: first!.code, version, ...to });
    await desk.nextMonth();
    const lines = await linesOf(await desk.prepared(desk.december));
    expect(lines).toContainEqual([first!.code, "stopped"]);
    expect(lines).toContainEqual([second!.code, "same"]);
  });
});

describe("what BKPSDM's lists say", () => {
  test("a later list of his office that leaves him out makes him a task; that the list is wrong is noted and not asked again", async () => {
    const one = await aSponsor();
    expect(await changes()).toEqual([]);
    await city.setNow("2026-11-15T02:00:00Z");
    const later = { id: await insertBatch(city.app, "civil-servants"), kind: "civil-servants" } as const;
    await readRows(
      city.app,
      "insert into app.office_listings (region_code, office, batch_id, listed_at) values ('13.77', ?, ?, app.now())",
      desk.office,
      later.id,
    );
    await insertRecord(city.app, later, {
      name: "Rekan",
      attributes: { office: desk.office, nipIndex: "lain" },
    });
    const [found] = await changes();
    expect(found).toMatchObject({ pledgeCode: one.code, finding: { kind: "gone", told: "2026-11-15" } });
    expect((await listTasks(city.app, desk.manager)).map(({ code }) => code)).toContain("follow-servants");
    const { version } = found!;
    await keepServant(city.app, desk.manager, { ...desk.op(), pledgeCode: one.code, version });
    expect(await changes()).toEqual([]);
    const asked = await getServantChanges(city.app, desk.manager, { pledgeCode: one.code.toLowerCase() });
    expect(asked.asked).toMatchObject({ pledgeCode: one.code, finding: null });
  });

  test("a death told by a manager stops deductions at once and holds the worker; no list decides that", async () => {
    const [one] = await desk.sponsors(1);
    const version = await versionOf(one!.code);
    const { stopMonth } = await stopPledge(city.app, desk.manager, {
      ...desk.op(),
      pledgeId: one!.pledgeId,
      version,
      reason: "died",
    });
    expect(stopMonth).toBe("2026-11");
    expect((await getHolds(city.app, desk.manager)).rows).toMatchObject([{ reason: "sponsor-died" }]);
    expect(await changes()).toEqual([]);
  });
});

test("BKPSDM sees whom its lists change and decides nothing; nobody else sees it", async () => {
  const [one] = await desk.sponsors(1);
  const bkpsdm = anActor(city.app, "BKP");
  expect((await getServantChanges(city.app, bkpsdm)).rows).toEqual([]);
  const version = await versionOf(one!.code);
  const keep = keepServant(city.app, bkpsdm, { ...desk.op(), pledgeCode: one!.code, version });
  await expect(keep).rejects.toMatchObject({ code: "forbidden" });
  await expect(getServantChanges(city.app, await aCivilServant(city.app))).rejects.toMatchObject({
    code: "forbidden",
  });
});
