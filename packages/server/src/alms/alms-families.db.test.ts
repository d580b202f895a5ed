import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { addMember, setGuardian, setUpFamily, verifyChild } from "#families";
import { recordLifeEvent } from "#life-events";
import { anActor, anEndorsedPerson, insertPlaces, openCity, places, readRows, testDatabase } from "#testing";
import { approveAlmsRound, getAlmsRound, lockAlmsRound, planAlmsRound, unlockAlmsRound } from "./index.ts";
import { openedCampaign, received } from "./testing-alms.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let operator: Actor;
let charity: Actor;
let finance: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  await city.setNow("2026-12-01T03:00:00Z");
  operator = anActor(city.app, "OPR", places.naras.code);
  charity = anActor(city.app, "CHR");
  finance = anActor(city.app, "FIN");
});

/** Two children whose father died: both with a guardian, one verified. */
async function aBereavedFamily() {
  const person = await anEndorsedPerson(city.app);
  const of = { personCode: person.code };
  await setUpFamily(city.app, operator, { ...op(), ...of });
  const codes: string[] = [];
  for (const [name, birthDate] of [
    ["Rahmat Hidayat", "2014-06-01"],
    ["Zahra Aulia", "2019-11-20"],
  ] as const) {
    const child = await addMember(city.app, operator, {
      ...op(),
      ...of,
      kinship: "child",
      name,
      birthDate,
      from: "",
    });
    if (child.outcome !== "added") throw new Error(JSON.stringify(child));
    codes.push(child.childCode!);
  }
  await recordLifeEvent(city.app, operator, {
    ...op(),
    ...of,
    kind: "died",
    on: "2026-11-04" as never,
    document: "village-letter",
  });
  return codes;
}

const guarded = (childCode: string) =>
  setGuardian(city.app, operator, {
    ...op(),
    childCode,
    kind: "grandparent",
    evidence: "village-letter",
    name: "Nurbaiti",
    phone: "",
    from: "2026-11-05",
    until: "",
  });

test("a round has the children of the register who are verified and have a guardian, and keeps their family with each lock", async () => {
  const [first, second] = await aBereavedFamily();
  const campaignId = await openedCampaign(city.app, charity);
  await received(city.app, charity, campaignId, { amount: "1.000.000" });
  const plan = { campaignId, title: "Desember", perChild: "75.000", plannedOn: "2026-12-05" };
  const planned = await planAlmsRound(city.app, charity, { ...op(), ...plan });
  if (planned.outcome === "refused") throw new Error(JSON.stringify(planned));
  const preview = async () => (await getAlmsRound(city.app, charity, planned)).preview!;
  expect(await preview()).toMatchObject({ children: [], heldBack: { withoutGuardian: 2, notVerified: 0 } });
  await guarded(first!);
  await guarded(second!);
  expect(await preview()).toMatchObject({ children: [], heldBack: { withoutGuardian: 0, notVerified: 2 } });
  await verifyChild(city.app, operator, { ...op(), childCode: first! });
  expect(await preview()).toMatchObject({
    children: [{ code: first, siblings: 1 }],
    heldBack: { notVerified: 1 },
  });
  const lock = { ...op(), ...planned, seen: { children: 1, total: 75_000 } };
  expect(await lockAlmsRound(city.app, charity, lock)).toEqual({ outcome: "moved" });
  await unlockAlmsRound(city.app, charity, { ...op(), ...planned });
  expect(await lockAlmsRound(city.app, charity, { ...lock, ...op() })).toEqual({ outcome: "moved" });
  expect(await readRows(city.app, "select id from app.family_copies")).toHaveLength(2);
  expect(await approveAlmsRound(city.app, finance, { ...op(), ...planned })).toEqual({ outcome: "moved" });
  const shown = await getAlmsRound(city.app, finance, planned);
  expect(shown.list).toMatchObject([{ childCode: first, villageCode: places.naras.code }]);
  expect(JSON.stringify(shown)).not.toMatch(/Rahmat|Zahra|Nurbaiti/);
});
