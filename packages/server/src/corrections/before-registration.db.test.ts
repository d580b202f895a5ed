import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import {
  anActor,
  anEndorsedPerson,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { listTasks } from "#tasks";
import { correctionsWork } from "./corrections-work.ts";
import { editPerson, getCorrections, listVisits } from "./index.ts";

const city = testDatabase();
let operator: Actor;
let worker: ThreadPerson;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  worker = await anEndorsedPerson(city.app);
});

const task = async () =>
  (await listTasks(city.app, operator)).find(({ code }) => code === "ask-before-registration");
const visits = async () => (await listVisits(city.app, operator, { reason: "registration" })).rows;

async function say(fields: Parameters<typeof editPerson>[2]["fields"]) {
  const { version } = await getCorrections(city.app, operator, { personCode: worker.code });
  return editPerson(city.app, operator, {
    operationId: city.app.newId(),
    personCode: worker.code,
    version,
    fields,
    source: "visit",
    toldOn: "2026-11-20",
  });
}

describe("before somebody is registered", () => {
  test("a grave illness and an heir are asked about by a task of the village, until both are said", async () => {
    expect(await task()).toMatchObject({ count: 1 });
    expect(await visits()).toMatchObject([{ code: worker.code }]);
    expect((await visits())[0]!.missing).toEqual(expect.arrayContaining(["illness", "heirName"]));
    expect(await say({ illness: "none", heirName: "Rosmaniar" })).toMatchObject({ outcome: "recorded" });
    const left = (await visits())[0]?.missing ?? [];
    expect(left.filter((field) => field === "illness" || field === "heirName")).toEqual([]);
  });

  test("only the two answers count, and emptying one says that nothing is known", async () => {
    expect(await say({ illness: "flu" })).toMatchObject({
      outcome: "refused",
      reasons: [{ field: "illness", code: "not-usable" }],
    });
    expect(await say({ illness: "grave" })).toMatchObject({ standing: ["illness"] });
    const { fields } = await getCorrections(city.app, operator, { personCode: worker.code });
    expect(fields.find(({ field }) => field === "illness")!.text).toEqual({ text: null, isHidden: true });
  });

  test("the answer is sealed, and forgotten once registration no longer needs it", async () => {
    await say({ illness: "grave" });
    const kept = () =>
      readRows<{ all: string; sealed: boolean }>(
        city.app,
        "select row_to_json(e)::text as all, value_sealed is not null as sealed from app.person_edits e where field = 'illness'",
      );
    expect(await kept()).toMatchObject([{ sealed: true }]);
    expect((await kept())[0]!.all).not.toContain("grave");
    await correctionsWork["people.forget-particulars"].work(
      city.app,
      { personIds: [worker.id] },
      { isRetried: false },
    );
    expect(await kept()).toMatchObject([{ sealed: false }]);
    expect((await visits())[0]?.missing ?? []).not.toContain("illness");
  });
});
