import { civilDate } from "@tuwai/domain/time";
import { expect, test } from "vitest";
import { type KnownLife, reasonsAgainst } from "./life-event.ts";

const today = civilDate("2026-11-21");
const alive: KnownLife = {
  birthDate: civilDate("1980-05-01"),
  diedOn: null,
  movedOn: null,
  hasFormalJob: false,
};
const against = (
  kind: Parameters<typeof reasonsAgainst>[0]["kind"],
  on: string,
  known: Partial<KnownLife> = {},
) => reasonsAgainst({ kind, on: civilDate(on) }, { ...alive, ...known }, today);

test("what happened between birth and today, and is not known, may be told", () => {
  expect(against("died", "2026-11-21")).toEqual([]);
  expect(against("moved-away", "1980-05-01")).toEqual([]);
  expect(against("formal-job", "2026-11-01")).toEqual([]);
  expect(against("formal-job", "2026-11-22")).toEqual(["in-the-future"]);
  expect(against("died", "1980-04-30")).toEqual(["before-birth"]);
});

test("nobody dies, leaves or takes a job twice", () => {
  expect(against("died", "2026-11-01", { diedOn: civilDate("2026-10-01") })).toEqual(["already-known"]);
  expect(against("moved-away", "2026-11-01", { movedOn: civilDate("2026-10-01") })).toEqual([
    "already-known",
  ]);
  expect(against("formal-job", "2026-11-01", { hasFormalJob: true })).toEqual(["already-known"]);
});

test("only who moved away comes back, and not before", () => {
  expect(against("moved-in", "2026-11-01")).toEqual(["not-moved-away"]);
  const movedOn = civilDate("2026-11-10");
  expect(against("moved-in", "2026-11-09", { movedOn })).toEqual(["before-moving-away"]);
  expect(against("moved-in", "2026-11-10", { movedOn })).toEqual([]);
});

test("the dead take no job afterwards, but what came before may still be told", () => {
  const diedOn = civilDate("2026-11-10");
  expect(against("formal-job", "2026-11-11", { diedOn })).toEqual(["after-death"]);
  expect(against("formal-job", "2026-11-10", { diedOn })).toEqual([]);
});

test("an accident at work is told with the death it led to, on its day or before it", () => {
  const on = civilDate("2026-11-10");
  expect(reasonsAgainst({ kind: "died", on, accidentOn: civilDate("2026-10-28") }, alive, today)).toEqual([]);
  expect(reasonsAgainst({ kind: "died", on, accidentOn: civilDate("2026-11-10") }, alive, today)).toEqual([]);
  expect(reasonsAgainst({ kind: "died", on, accidentOn: civilDate("2026-11-11") }, alive, today)).toEqual([
    "accident-after-death",
  ]);
  expect(
    reasonsAgainst({ kind: "moved-away", on, accidentOn: civilDate("2026-10-28") }, alive, today),
  ).toEqual(["accident-without-death"]);
  expect(reasonsAgainst({ kind: "died", on, accidentOn: civilDate("1970-10-28") }, alive, today)).toEqual([
    "accident-before-birth",
  ]);
});
