import { beforeEach, expect, test } from "vitest";
import type { App } from "#app";
import { asSystem, beside, type Tx } from "#database";
import { insertPlaces, places, readRows, testDatabase } from "#testing";
import { addPersons } from "./add-persons.ts";
import { drawPersonCodes } from "./draw-person-codes.ts";
import { personFacts } from "./person-facts.ts";

const database = testDatabase();
let app: App;

beforeEach(async () => {
  app = database.app;
  await insertPlaces(app);
});

const { code: villageCode, kecamatan: kecamatanCode, region: regionCode } = places.naras;

function somebody() {
  const id = app.newId();
  const at = app.clock.now();
  const row = {
    personId: id,
    entryId: id,
    id: app.newId(),
    kind: "village-list",
    live: true,
    at,
    fullName: "Rosmaniar",
    birthDate: null,
    sex: null,
    address: null,
    nikSealed: null,
    familyCardSealed: null,
    phoneSealed: null,
    attributes: {},
  };
  return {
    regionCode,
    villageCode,
    kecamatanCode,
    id,
    at,
    ...personFacts(app, id, [row], { meansOf: () => undefined }),
  };
}

/** Draws what the other list drew too, once; then as always. */
function sameOnce(codes: readonly string[]): typeof drawPersonCodes {
  let isFirst = true;
  return (tx: Tx, count: number) => {
    if (!isFirst) return drawPersonCodes(tx, count);
    isFirst = false;
    return Promise.resolve(codes);
  };
}

async function untilWaiting(): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const [row] = await readRows<{ n: number }>(
      app,
      `select count(*)::int as n from pg_locks where locktype = 'transactionid' and not granted`,
    );
    if (row!.n > 0) return;
    if (Date.now() > deadline) throw new Error("nobody waits");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("two lists saved at the same time that draw the same codes both make their persons, each with a code of its own", async () => {
  const codes = (await asSystem(app, (tx) => drawPersonCodes(tx, 3))).slice(0, 3);
  let second: Promise<unknown> | undefined;
  await asSystem(app, async (tx) => {
    await addPersons(tx, [somebody(), somebody(), somebody()], sameOnce(codes));
    second = beside(() =>
      asSystem(app, (other) =>
        addPersons(other, [somebody(), somebody(), somebody()], sameOnce(codes.toReversed())),
      ),
    );
    await untilWaiting();
  });
  await second;
  const made = await readRows<{ code: string }>(app, "select code from app.persons");
  expect(new Set(made.map(({ code }) => code)).size).toBe(6);
});
