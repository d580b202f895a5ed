import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#app";
import { judgePersons } from "#eligibility";
import { askForReturn, decideEndorsement, proposeEndorsement, withdrawEndorsement } from "#endorsements";
import { undoImport } from "#imports";
import { listTasks } from "#tasks";
import {
  anActor,
  insertBatch,
  insertPerson,
  insertPlaces,
  insertRecord,
  places,
  testDatabase,
} from "#testing";
import { listUndoObstacles } from "./index.ts";

const database = testDatabase();
const villageCode = places.naras.code;
let operator: Actor;
let head: Actor;
let batchId: string;

beforeEach(async () => {
  const { app } = database;
  await insertPlaces(app);
  [operator, head] = [anActor(app, "OPR", villageCode), anActor(app, "KDS", villageCode)];
  batchId = await insertBatch(app, "village-list");
  for (const kind of ["civil-servants", "bpjs-members"] as const)
    await insertRecord(app, { id: await insertBatch(app, kind), kind }, { name: "Seseorang Lain" });
  const described = { birthDate: "1980-07-01", nik: "1377930107800001", sex: "male" } as const;
  await insertPerson(app, batchId, { name: "Amran", ...described, occupationGroup: "nelayan" });
  await judgePersons(app, { all: true });
});

test("a proposal in the way is named with its people, its office withdraws it, and then the undo goes through", async () => {
  const endorsementId = await propose();
  expect(await undo()).toMatchObject({ outcome: "refused", reason: "persons-endorsed", count: 1 });
  const found = await obstacles();
  expect(found).toMatchObject({
    lists: [{ id: endorsementId, state: "proposed", persons: 1 }],
    enrolled: [],
    persons: [{ name: "Amran" }],
  });
  const stale = { endorsementId, version: 7, operationId: database.app.newId() };
  await expect(withdrawEndorsement(database.app, operator, stale)).rejects.toMatchObject({ code: "stale" });
  await withdrawEndorsement(database.app, operator, { ...stale, version: found!.lists[0]!.version });
  expect(await obstacles()).toMatchObject({ lists: [], persons: [] });
  expect(await undo()).toEqual({ outcome: "undone" });
});

test("an endorsed list is asked back from the head, becomes a task of theirs, and the undo goes through once it is returned", async () => {
  const { app } = database;
  const endorsementId = await propose();
  const decide = (version: number, verdict: "approve" | "return") =>
    decideEndorsement(app, head, {
      operationId: app.newId(),
      endorsementId,
      version,
      verdict,
      note: "Diminta kembali",
    });
  await decide(1, "approve");
  const [list] = (await obstacles())!.lists;
  expect(list).toMatchObject({ state: "approved", returnAskedAt: null });
  const named = { operationId: app.newId(), endorsementId, version: list!.version };
  await expect(withdrawEndorsement(app, operator, named)).rejects.toMatchObject({ code: "stale" });
  expect(await askForReturn(app, operator, { ...named, operationId: app.newId() })).toEqual({
    outcome: "asked",
  });
  const waiting = await listTasks(app, head);
  expect(waiting.find(({ code }) => code === "return-lists")?.count).toBe(1);
  expect(await decide(3, "return")).toMatchObject({ outcome: "decided", state: "returned" });
  expect((await listTasks(app, head)).some(({ code }) => code === "return-lists")).toBe(false);
  expect(await undo()).toEqual({ outcome: "undone" });
});

async function propose(): Promise<string> {
  const { app } = database;
  const input = { operationId: app.newId(), villageCode, consentTextVersion: "penetapan-1" };
  const answer = await proposeEndorsement(app, operator, input);
  if (answer.outcome !== "proposed") throw new Error(answer.reasons.join());
  return answer.endorsementId;
}

const obstacles = () => listUndoObstacles(database.app, operator, { batchId });
const undo = () => undoImport(database.app, operator, { operationId: database.app.newId(), batchId });
