import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
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
import { getWorker } from "#workers";
import { addWorkEvidence, getWorkEvidence, undoWorkEvidence } from "./index.ts";

const city = testDatabase();
const card = "1377930101800009";
let operator: Actor;
let worker: { readonly code: string };

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  const list = await insertBatch(city.app, "village-list");
  worker = await insertPerson(city.app, list, {
    name: "Darwis",
    familyCard: card,
    attributes: { occupation: "nelayan" },
    occupationGroup: "nelayan",
  });
});

const add = (by: Actor = operator, more: object = {}) =>
  addWorkEvidence(city.app, by, {
    operationId: city.app.newId(),
    personCode: worker.code,
    kind: "photo",
    shows: "menjual ikan di pasar",
    reference: "Map 3 kantor desa",
    seenOn: "2026-11-20",
    ...more,
  });
const known = (by: Actor = operator) => getWorkEvidence(city.app, by, { personCode: worker.code });

test("says what shows the work, where it is kept, who saw it and which list names the occupation", async () => {
  expect(await add()).toMatchObject({ outcome: "kept" });
  expect(await known(anActor(city.app, "KDS", places.naras.code))).toMatchObject({
    occupation: "nelayan",
    sources: [{ kind: "list" }],
    evidence: [
      { kind: "photo", shows: "menjual ikan di pasar", reference: "Map 3 kantor desa", recordedRole: "OPR" },
    ],
    mayAdd: false,
  });
});

test("is refused without its place or with a number of anybody, and undone by whoever may add", async () => {
  expect(await add(operator, { reference: "" })).toEqual({
    outcome: "refused",
    reasons: ["without-reference"],
  });
  await expect(add(operator, { reference: "NIK 1377920105790001" })).rejects.toMatchObject({
    code: "identity-number-in-note",
  });
  const kept = await add(operator, { kind: "seen-at-work", reference: "" });
  if (kept.outcome !== "kept") throw new Error(JSON.stringify(kept));
  const undo = () =>
    undoWorkEvidence(city.app, operator, { operationId: city.app.newId(), evidenceId: kept.evidenceId });
  expect(await undo()).toEqual({ outcome: "undone" });
  expect(await undo()).toEqual({ outcome: "refused", reasons: ["already-undone"] });
});

test("is another village's neither to read nor to add", async () => {
  const stranger = anActor(city.app, "OPR", places.kampung.code);
  await expect(known(stranger)).rejects.toMatchObject({ code: "not-found" });
  await expect(add(stranger)).rejects.toMatchObject({ code: "not-found" });
});

test("whoever stands on the same family card is shown within the reader's own area, and noted as seen", async () => {
  const list = await insertBatch(city.app, "village-list");
  const wife = await insertPerson(city.app, list, { name: "Ermawati", familyCard: card });
  const far = await insertBatch(city.app, "village-list", places.kampung);
  const son = await insertPerson(city.app, far, { name: "Rafli", familyCard: card, place: places.kampung });
  const family = async (by: Actor) =>
    (await getWorker(city.app, by, { personCode: worker.code })).household?.map(({ code }) => code);
  expect(await family(operator)).toEqual([wife.code]);
  expect(await family(anActor(city.app, "DAT"))).toEqual([wife.code, son.code]);
  expect(await family(anActor(city.app, "MGR"))).toBeUndefined();
  const [seen] = await readRows<{ personIds: readonly string[] }>(
    city.app,
    "select person_ids from audit.accesses where actor_role = 'OPR' and purpose = 'worker-read'",
  );
  expect(seen!.personIds).toContain(wife.id);
});
