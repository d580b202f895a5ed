import { civilDate, month } from "#time";
import { describe, expect, test } from "vitest";
import type { CoverEvent, CoverInput } from "./cover-event.ts";
import { monthStateOf, stateOnDay } from "./cover-state.ts";
import { defaultCoverSettings } from "./cover-settings.ts";
import { foldCover } from "./fold-cover.ts";

const d = civilDate;
const events: CoverEvent[] = [
  { type: "registered", on: d("2025-04-02") },
  { type: "accepted", on: d("2025-04-10") },
  { type: "paid", month: month("2025-04"), on: d("2025-04-10") },
  { type: "paid", month: month("2025-05"), on: d("2025-06-20") },
  { type: "died", on: d("2025-06-25"), cause: "natural" },
];
const worker: CoverInput = { segment: "bpu", person: {}, events };

describe("a day in the past, by all that is known later", () => {
  test.each([
    ["2025-04-01", "not-registered"],
    ["2025-04-02", "waiting"],
    ["2025-04-09", "waiting"],
    ["2025-04-10", "covered"],
    ["2025-05-15", "covered"],
    ["2025-06-24", "grace-1"],
    ["2025-06-25", "died"],
    ["2025-12-31", "died"],
  ])("%s: %s", (on, state) => {
    expect(stateOnDay(foldCover(worker, d("2025-12-31")), d(on))).toBe(state);
  });

  test("a contribution that came late covers its month once it is known, not before", () => {
    expect(monthStateOf(worker, month("2025-05"))).toBe("grace-1");
    expect(monthStateOf(worker, month("2025-05"), { knownOn: d("2025-06-20") })).toBe("covered");
  });
});

describe("a whole month", () => {
  test.each([
    ["2025-03", "not-registered"],
    ["2025-04", "covered"],
    ["2025-06", "grace-1"],
    ["2025-07", "died"],
  ])("%s: %s, the month of death by the cover there was", (of, state) => {
    expect(monthStateOf(worker, month(of), { knownOn: d("2025-12-31") })).toBe(state);
  });

  test("follows the settings", () => {
    const officer: CoverInput = { segment: "pu-village", person: {}, events: events.slice(1, 3) };
    const settings = {
      ...defaultCoverSettings,
      "full-death-benefit-counts": { value: "membership", confirmed: true },
      "pu-village-lapse": { value: "as-bpu", confirmed: true },
    } as const;
    expect(monthStateOf(officer, month("2025-12"))).toBe("village-owes");
    expect(monthStateOf(officer, month("2025-12"), { settings })).toBe("ended");
  });
});
