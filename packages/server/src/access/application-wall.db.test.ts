import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor, App } from "#app";
import { explainPersonCover, listCover } from "#cover";
import { getEndorsement, listCandidates, listEndorsements } from "#eligibility";
import { listEnrolments } from "#enrolment";
import { getImport, listImportRows, listImports } from "#imports";
import { getWorker, listWorkers, workerHistory } from "#people";
import {
  anEndorsedPerson,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  type ThreadPerson,
  withoutRowPolicies,
} from "#testing";

const database = testDatabase();
let bare: App;
let close: () => Promise<void>;
const persons = new Map<string, ThreadPerson>();

beforeEach(async () => {
  await insertPlaces(database.app);
  await openCity(database.app);
  for (const place of Object.values(places)) {
    persons.set(place.code, await anEndorsedPerson(database.app, { place, name: `Zulkifli ${place.name}` }));
  }
  ({ app: bare, close } = withoutRowPolicies(database.app, database.url));
});
afterEach(() => close());

/** Words that may not appear in an answer to somebody of Naras. */
function foreignMarks(): readonly string[] {
  return [places.kampung, places.elsewhere].flatMap((place) => [
    `Zulkifli ${place.name}`,
    persons.get(place.code)!.code,
  ]);
}

type Reading = readonly [name: string, read: (app: App, actor: Actor) => Promise<unknown>];

const lists: readonly Reading[] = [
  ["listWorkers", (app, actor) => listWorkers(app, actor, { page: 1 })],
  ["listImports", (app, actor) => listImports(app, actor, { page: 1 })],
  ["listEndorsements", (app, actor) => listEndorsements(app, actor, {})],
  ["listCandidates", (app, actor) => listCandidates(app, actor, { villageCode: places.naras.code })],
  ["listEnrolments", (app, actor) => listEnrolments(app, actor, {})],
  ["listCover", (app, actor) => listCover(app, actor, {})],
];

describe("with the row policies removed, the application alone", () => {
  test("lists to a village only its own people and files", async () => {
    const actor = aSteppedUpActor(database.app, "OPR", places.naras.code);
    for (const [name, read] of lists) {
      const text = JSON.stringify(await read(bare, actor));
      expect({ name, leaked: foreignMarks().filter((mark) => text.includes(mark)) }).toEqual({
        name,
        leaked: [],
      });
    }
    expect(JSON.stringify(await listWorkers(bare, actor, { page: 1 }))).toContain(
      persons.get(places.naras.code)!.code,
    );
  });

  test("answers not-found for a person, a file or a list of another village and of another city", async () => {
    const actor = aSteppedUpActor(database.app, "OPR", places.naras.code);
    for (const place of [places.kampung, places.elsewhere]) {
      const { code } = persons.get(place.code)!;
      const [batch] = await readBare<{ id: string }>(
        `select id from app.import_batches where village_code = '${place.code}'`,
      );
      const [list] = await readBare<{ id: string }>(
        `select id from app.endorsements where village_code = '${place.code}'`,
      );
      const readings: readonly Reading[] = [
        ["getWorker", (app, by) => getWorker(app, by, { code })],
        ["workerHistory", (app, by) => workerHistory(app, by, { code })],
        ["explainPersonCover", (app, by) => explainPersonCover(app, by, { personCode: code })],
        ["getImport", (app, by) => getImport(app, by, { batchId: batch!.id })],
        ["listImportRows", (app, by) => listImportRows(app, by, { batchId: batch!.id, page: 1 })],
        ["getEndorsement", (app, by) => getEndorsement(app, by, { id: list!.id })],
        ["listCandidates", (app, by) => listCandidates(app, by, { villageCode: place.code })],
      ];
      for (const [name, read] of readings) {
        const answer = await read(bare, actor).then(
          () => "shown",
          (error: { code?: string }) => error.code,
        );
        expect({ name, place: place.code, answer }).toEqual({ name, place: place.code, answer: "not-found" });
      }
    }
  });

  test("shows a camat only the own kecamatan, and a manager no other city", async () => {
    for (const actor of [
      aSteppedUpActor(database.app, "CMT", places.naras.kecamatan),
      aSteppedUpActor(database.app, "MGR"),
    ]) {
      const marks = actor.role === "CMT" ? foreignMarks() : foreignMarks().slice(2);
      for (const [name, read] of lists) {
        if (actor.role === "CMT" && name === "listImports") continue;
        const text = await read(bare, actor).then(
          (answer) => JSON.stringify(answer),
          (error: { code?: string }) => String(error.code),
        );
        expect({ name, role: actor.role, leaked: marks.filter((mark) => text.includes(mark)) }).toEqual({
          name,
          role: actor.role,
          leaked: [],
        });
      }
    }
  });
});

function readBare<Row>(query: string): Promise<readonly Row[]> {
  return readRows<Row>(bare, query);
}
