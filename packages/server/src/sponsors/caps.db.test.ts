import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { listTasks } from "#tasks";
import { aCivilServant, anActor, insertPlaces, openCity, readAs, readRows, testDatabase } from "#testing";
import { askForHigherCaps, getCapShortfalls, getMyPledge, raiseCap, signPledge } from "./index.ts";

const city = testDatabase();
let manager: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

async function aMandate(capRupiah: number, office = "BKPSDM", workerCount = 1): Promise<Actor> {
  const sponsor = await aCivilServant(city.app, { office });
  const signed = await signPledge(city.app, sponsor, {
    operationId: city.app.newId(),
    capRupiah,
    workerCount,
    fromMonth: month("2026-11"),
    channel: "payroll",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
  if (signed.outcome !== "signed") throw new Error(JSON.stringify(signed));
  return sponsor;
}

const ask = () => askForHigherCaps(city.app, manager, { operationId: city.app.newId() });
const tasksOf = async (actor: Actor) =>
  (await listTasks(city.app, actor)).map(({ code, count }) => `${code} ${count}`);
async function raise(sponsor: Actor, capRupiah: number) {
  const { pledge } = await getMyPledge(city.app, sponsor);
  const { id: pledgeId, version } = pledge!;
  const terms = { pledgeId, version, capRupiah, consentTextVersion: "batas-1" };
  return raiseCap(city.app, sponsor, { operationId: city.app.newId(), ...terms });
}

describe("mandates when the price rises", () => {
  test("are told by office: whose cap allows the price of January 2027, whose does not, and by how much in all", async () => {
    await aMandate(8_400);
    await aMandate(16_800, "BKPSDM", 2);
    await aMandate(20_000, "Dinas Sosial");
    const { rises, isUpperBound, asks } = await getCapShortfalls(city.app, manager);
    expect(rises.map((rise) => rise.month)).toEqual(["2027-01", "2027-04"]);
    expect(rises[0]).toMatchObject({
      before: { other: 8_400, transport: 8_400 },
      after: { other: 16_800, transport: 8_400 },
      total: { mandates: 3, enough: 1, short: 2, shortRupiah: 25_200 },
      offices: [
        { office: "BKPSDM", mandates: 2, short: 2, shortRupiah: 25_200 },
        { office: "Dinas Sosial", mandates: 1, short: 0, shortRupiah: 0 },
      ],
    });
    expect([isUpperBound, asks]).toEqual([false, { open: 2, asked: 0 }]);
  });

  test("of an office are no number for its own treasurer while they are fewer than five", async () => {
    for (let n = 0; n < 4; n += 1) await aMandate(8_400);
    await aMandate(8_400, "Dinas Sosial");
    const treasurer = anActor(city.app, "BND", "BKPSDM");
    expect(await getCapShortfalls(city.app, treasurer)).toMatchObject({ rises: [], isTooFew: true });
    await aMandate(8_400);
    const { rises, isUpperBound, asks } = await getCapShortfalls(city.app, treasurer);
    expect(rises[0]?.offices).toEqual([
      { office: "BKPSDM", mandates: 5, enough: 0, short: 5, shortRupiah: 42_000 },
    ]);
    expect([isUpperBound, asks]).toEqual([true, null]);
  });
});

describe("asking for a higher cap", () => {
  test("asks each sponsor who falls short once, as a task, a notice and a line of the trail", async () => {
    const short = await aMandate(8_400);
    const enough = await aMandate(20_000);
    expect(await tasksOf(manager)).toContain("ask-for-caps 1");
    expect(await ask()).toEqual({ outcome: "asked", month: "2027-01", sponsors: 1 });
    expect(await ask()).toEqual({ outcome: "nobody" });
    expect(await tasksOf(manager)).not.toContain("ask-for-caps 1");
    expect([await tasksOf(short), await tasksOf(enough)]).toEqual([["raise-cap 1"], []]);
    expect((await getMyPledge(city.app, short)).ask).toEqual({ month: "2027-01", neededRupiah: 16_800 });
    expect((await getMyPledge(city.app, enough)).ask).toBeNull();
    expect(
      await readAs(city.app, short, "select kind, payload->>'month' as month from app.notifications"),
    ).toEqual([{ kind: "cap-asked", month: "2027-01" }]);
    const trail = await readRows(city.app, "select 1 from audit.entries where action = 'pledge.ask-cap'");
    expect(trail).toHaveLength(1);
    expect((await getCapShortfalls(city.app, manager)).asks).toEqual({ open: 0, asked: 1 });
  });

  test("is answered by a new consent that takes the place of the old one, and by no less than was asked", async () => {
    const sponsor = await aMandate(8_400);
    await ask();
    expect(await raise(sponsor, 16_799)).toEqual({
      outcome: "refused",
      reasons: [{ reason: "cap-too-low", neededRupiah: 16_800 }],
    });
    expect(await raise(sponsor, 17_000)).toMatchObject({ outcome: "raised", capRupiah: 17_000 });
    expect(await tasksOf(sponsor)).toEqual([]);
    expect((await getCapShortfalls(city.app, manager)).rises[0]?.total).toMatchObject({ short: 0 });
    const consents = await readRows(
      city.app,
      `select c.text_version, c.withdrawn_at is null as stands, g.id is not null as carries
       from app.consents c left join app.pledges g on g.consent_id = c.id order by c.text_version`,
    );
    expect(consents).toEqual([
      { textVersion: "batas-1", stands: true, carries: true },
      { textVersion: "ikrar-1", stands: false, carries: false },
    ]);
    expect(await raise(sponsor, 17_000)).toMatchObject({ outcome: "refused" });
  });

  test("lets nobody else raise a cap, nor write it past the use case for another's pledge", async () => {
    const sponsor = await aMandate(8_400);
    const { pledge } = await getMyPledge(city.app, sponsor);
    const other = await aMandate(8_400);
    const terms = { pledgeId: pledge!.id, version: 1, capRupiah: 30_000, consentTextVersion: "batas-1" };
    const raised = raiseCap(city.app, other, { operationId: city.app.newId(), ...terms });
    await expect(raised).rejects.toMatchObject({ code: "not-found" });
    await expect(
      askForHigherCaps(city.app, anActor(city.app, "FIN"), { operationId: city.app.newId() }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
