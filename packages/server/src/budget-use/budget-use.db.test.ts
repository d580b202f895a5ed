import { month } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { refreshAllCover } from "#cover";
import { fundByCity } from "#matching";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  readRows,
  runAsAdmin,
  sendReady,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { chooseUseOfBudget } from "./choose-use-of-budget.ts";

const city = testDatabase();
let manager: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
});

const choose = (budgetRupiah: number, over: object = {}) =>
  chooseUseOfBudget(city.app, manager, { budgetRupiah, paidMonths: 12, fundSource: "apbd", ...over });

test("the policy's first comes first, with reasons that never tell who is poorer; the next only from what is left", async () => {
  const later = await anEndorsedPerson(city.app);
  const first = await anEndorsedPerson(city.app, { priority: 40 });
  const year = await choose(12 * 16_800);
  expect(year).toMatchObject({
    plainTaken: null,
    people: 2,
    best: { fullMonths: 9, cost: 12 * 16_800, left: 0, funded: 1, settled: 0 },
    ranks: [
      { rank: 1, people: 1, funded: 1, why: null },
      { rank: 2, people: 1, funded: 0, why: "used-up-before" },
    ],
  });
  expect(year.funded).toMatchObject([
    {
      person: { code: first.code },
      rank: 1,
      because: ["hazardous-work"],
      way: { kind: "grant", months: 12 },
    },
  ]);
  const more = await choose(12 * 16_800 + 5 * 16_800);
  expect(more.funded.map(({ person, way }) => [person.code, way.months])).toEqual([
    [first.code, 12],
    [later.code, 5],
  ]);
  const seen = await readRows<{ n: number }>(
    city.app,
    "select count(*)::int as n from audit.accesses where purpose = 'best-budget'",
  );
  expect(seen[0]!.n).toBe(2);
});

test("a member in arrears is settled before a new one is enrolled of the same rank", async () => {
  const { app } = city;
  const member = await anEndorsedPerson(app);
  await fundByCity(app, manager, {
    operationId: app.newId(),
    personIds: [member.id],
    fundSource: "apbd",
  });
  await sendReady(app, manager, month("2026-11"));
  await anEndorsedPerson(app);
  await runAsAdmin(city.url, [
    `insert into app.arrears (region_code, person_id, village_code, kecamatan_code, cause, state, fund_source, owed_months,
       arrears_rupiah, natural_rupiah, accident_rupiah, paid_until, safe_rescue_day, last_rescue_day, ends_on, due_on, as_of, at)
     select region_code, id, village_code, kecamatan_code, 'not-received', 'grace-1', 'apbd', 2, 33600, 0, 0, '2026-09-30', '2026-12-31',
       '2026-12-31', '2027-01-01', '2026-10-15', '2026-12-01', now() from app.persons where code = '${member.code}'`,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, covered_from, at)
     select region_code, id, village_code, kecamatan_code, 'grace-2', false, '2026-12-01', '2025-04-01', now()
     from app.persons where code = '${member.code}'
     on conflict (person_id) do update set covered_from = '2025-04-01'`,
  ]);
  const use = await choose(6 * 16_800);
  expect(use.funded).toMatchObject([
    { person: { code: member.code }, way: { kind: "rescue", months: 0, cost: 33_600, fullMonths: 2 } },
    { way: { kind: "grant", months: 4, cost: 4 * 16_800, fullMonths: 1 } },
  ]);
  expect(use.best).toMatchObject({ fullMonths: 3, settled: 1, left: 0 });
  await refreshAllCover(app);
  await drainToEmpty(app);
});

test("money and months out of their bounds are refused by name, and only the manager chooses", async () => {
  await expect(choose(0)).rejects.toMatchObject({ details: { field: "budgetRupiah" } });
  await expect(choose(1, { paidMonths: 25 })).rejects.toMatchObject({ details: { field: "paidMonths" } });
  await expect(choose(1, { fundSource: "asn" })).rejects.toMatchObject({ details: { field: "fundSource" } });
  await expect(
    chooseUseOfBudget(city.app, anActor(city.app, "DAT"), {
      budgetRupiah: 1,
      paidMonths: 1,
      fundSource: "apbd",
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
