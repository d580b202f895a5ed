import { expect, test } from "vitest";
import { type MeetingRow, rowStateOf } from "./row-state.ts";

const at = (minute: number) => minute * 60_000;
const nothing: MeetingRow = {
  openedAt: null,
  typingAt: null,
  typedAt: null,
  confirmedAt: null,
  objectedAt: null,
};

test("a village that did nothing has not opened its form, and one that only looked has", () => {
  expect(rowStateOf(undefined, "belum", at(9))).toBe("unopened");
  expect(rowStateOf({ ...nothing, openedAt: at(1) }, "belum", at(9))).toBe("opened");
});

test("typing is said for as long as somebody types", () => {
  const row = { ...nothing, openedAt: at(1), typingAt: at(9) };
  expect(rowStateOf(row, "belum", at(9))).toBe("typing");
  expect(rowStateOf(row, "rancangan", at(11))).toBe("draft");
});

test("what was typed for a village waits for its word, again after each time it is typed", () => {
  const typed = { ...nothing, typedAt: at(5) };
  expect(rowStateOf(typed, "dinyatakan", at(9))).toBe("awaiting");
  expect(rowStateOf({ ...typed, confirmedAt: at(6) }, "dinyatakan", at(9))).toBe("declared");
  expect(rowStateOf({ ...typed, confirmedAt: at(4) }, "dinyatakan", at(9))).toBe("awaiting");
  expect(rowStateOf({ ...typed, objectedAt: at(6) }, "dinyatakan", at(9))).toBe("objected");
});

test("a promise withdrawn counts as none", () => {
  expect(rowStateOf({ ...nothing, openedAt: at(1) }, "ditarik", at(9))).toBe("opened");
});
