import { civilDate, month } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import { publicActor } from "#app";
import { refreshCover } from "#cover";
import {
  anActor,
  aSponsoredWorker,
  insertPlaces,
  openCity,
  places,
  readRowsAs,
  receiveMonths,
  testDatabase,
  type ThreadPerson,
} from "#testing";
import { checkCard, getCard, makeCard, printCard, replaceCard } from "./index.ts";

const city = testDatabase({ now: "2026-11-23T02:00:00Z" });
let person: ThreadPerson;
const operator = () => anActor(city.app, "OPR", places.naras.code);
const of = () => ({ operationId: city.app.newId(), personCode: person.code });
const code = async () => (await getCard(city.app, operator(), { personCode: person.code })).code!;
const check = (cardCode: string, address = "203.0.113.7") =>
  checkCard(city.app, publicActor("13.77"), {
    cardCode,
    headers: new Headers({ "x-forwarded-for": address }),
  });

/** A code that no card has. */
const guess = (n: number) => `2222222222${"23456789"[Math.floor(n / 8)]}${"23456789"[n % 8]}`;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  ({ person } = await aSponsoredWorker(city.app));
});

test("whoever holds the card is told until when there is cover, in the spelling of the card, and nothing of the person", async () => {
  await makeCard(city.app, operator(), of());
  expect(await check(await code())).toMatchObject({ answer: "not-covered" });
  await receiveMonths(city.app, person, month("2026-11"));
  await refreshCover(city.app, { personIds: [person.id] });
  const answer = await check((await code()).toLowerCase());
  expect(answer).toEqual({
    answer: "covered",
    asOf: civilDate("2026-11-23"),
    paidUntil: civilDate("2026-11-30"),
    lastRescueDay: null,
  });
});

test("a second request makes no second card; a lost card's code says that it was replaced, the new one answers", async () => {
  expect(await makeCard(city.app, operator(), of())).toEqual({ outcome: "made" });
  expect(await makeCard(city.app, operator(), of())).toEqual({ outcome: "already-made" });
  const lost = await code();
  expect(await replaceCard(city.app, operator(), of())).toEqual({ outcome: "made" });
  expect(await check(lost)).toMatchObject({ answer: "ended-card", paidUntil: null });
  expect(await code()).not.toBe(lost);
});

test("the paper bears name, village and code and no digit of the worker's number; the same card gives the same bytes", async () => {
  await makeCard(city.app, operator(), of());
  const print = () => printCard(city.app, operator(), { personCode: person.code });
  const { bytes, fileName } = await print();
  expect(fileName).toBe(`kartu-${person.code}.pdf`);
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
  expect(Buffer.from(bytes).toString("latin1")).not.toContain(person.nik);
  expect(Buffer.from((await print()).bytes).equals(Buffer.from(bytes))).toBe(true);
});

test("codes that no card has are looked at forty times from one address, then not for a while; another address and known codes go on", async () => {
  await makeCard(city.app, operator(), of());
  const known = await code();
  for (let n = 0; n < 40; n += 1) expect((await check(guess(n))).answer).toBe("unknown");
  await expect(check(guess(41))).rejects.toMatchObject({ code: "rate-limited" });
  await expect(check(known)).rejects.toMatchObject({ code: "rate-limited" });
  expect((await check(known, "203.0.113.8")).answer).toBe("not-covered");
  expect((await check("bukan kode", "203.0.113.8")).answer).toBe("unknown");
});

test("another village neither makes nor reads it, and the public reads no table", async () => {
  await makeCard(city.app, operator(), of());
  const stranger = anActor(city.app, "OPR", places.kampung.code);
  await expect(makeCard(city.app, stranger, of())).rejects.toMatchObject({ code: "not-found" });
  expect(await readRowsAs(city.app, stranger, "select id from app.worker_cards")).toEqual([]);
  const asPublic = readRowsAs(city.app, publicActor("13.77"), "select id from app.worker_cards");
  await expect(asPublic).rejects.toThrow("permission denied");
});
