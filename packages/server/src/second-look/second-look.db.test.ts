import type { Finding } from "@tuwai/domain/occupations";
import { beforeEach, expect, it } from "vitest";
import type { App } from "#app";
import { judgePersons } from "#eligibility";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import { decideSecondLook, listSecondLooks } from "./index.ts";

const test = testDatabase();
let app: App;
let young: { readonly id: string; readonly code: string };

beforeEach(async () => {
  app = test.app;
  await insertPlaces(app);
  const list = await insertBatch(app, "village-list");
  const seventeen = { birthDate: "2009-03-01", occupationGroup: "driver" };
  young = await insertPerson(app, list, { name: "Andika", nik: "1377930103090011", ...seventeen });
  await insertPerson(app, list, {
    name: "Rafli",
    nik: "1377930103090012",
    ...seventeen,
    occupationGroup: "penjahit",
  });
  await insertPerson(app, list, {
    name: "Yusuf",
    nik: "1377930103990013",
    birthDate: "1999-03-01",
    occupationGroup: "driver",
  });
  await judgePersons(app, { all: true });
});

const head = (place: string = places.naras.code) => anActor(app, "KDS", place);
const decide = (finding: Finding, actor = head()) =>
  decideSecondLook(app, actor, { operationId: app.newId(), personCode: young.code, finding });
async function missing(): Promise<readonly unknown[]> {
  await judgePersons(app, { personIds: [young.id] });
  const [row] = await readRows<{ reasons: readonly { code: string; fact?: string }[] }>(
    app,
    "select reasons from app.judgements where person_id = ?",
    young.id,
  );
  return row!.reasons.map(({ code, fact }) => fact ?? code);
}

it("asks for whoever is 17 and drives, and for nobody else", async () => {
  const found = await listSecondLooks(app, head());
  expect(found.rows).toMatchObject([{ person: { code: young.code, age: 17 }, occupation: "driver" }]);
  expect((await listSecondLooks(app, head(places.kampung.code))).rows).toEqual([]);
  expect(await missing()).toContain("second-look");
});

it("once somebody looked the list is open, and the finding stands with who found it", async () => {
  const actor = head();
  expect(await decide("not-dangerous", actor)).toEqual({ outcome: "decided" });
  expect(await missing()).not.toContain("second-look");
  expect(await readRows(app, "select finding, decided_by, decided_role from app.second_looks")).toEqual([
    { finding: "not-dangerous", decidedBy: actor.userId, decidedRole: "KDS" },
  ]);
  expect(await decide("dangerous", actor)).toEqual({ outcome: "refused", reasons: ["not-asked"] });
});

it("dangerous work keeps somebody under 18 from the list", async () => {
  await decide("dangerous");
  expect(await missing()).toContain("hazardous-under-18");
});

it("is for the head of the person's own village", async () => {
  await expect(decide("dangerous", head(places.kampung.code))).rejects.toMatchObject({ code: "not-found" });
  const operator = anActor(app, "OPR", places.naras.code);
  await expect(decide("dangerous", operator)).rejects.toMatchObject({ code: "forbidden" });
});
