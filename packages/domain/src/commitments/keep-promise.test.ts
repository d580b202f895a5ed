import { array, assert, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, month } from "#time";
import { addPromises, keepPromise, monthsDue } from "./index.ts";

const of = { villageCode: "13.77.03.2001", year: 2026 };
const promise = { ...of, id: "p", group: "kader", heads: 2, months: 12, promised: 403_200 } as const;
const paid = (personId: string, at: string) => ({
  personId,
  month: month(at),
  villageCode: of.villageCode,
  groups: ["kader"] as const,
  rupiah: 16_800,
});

describe("a promise of a year", () => {
  it("is due for a month only once the last day to pay for it is over", () => {
    expect(monthsDue(2026, civilDate("2026-11-16"))).toHaveLength(9);
    expect(monthsDue(2026, civilDate("2026-11-17"))).toHaveLength(10);
    expect(monthsDue(2027, civilDate("2026-11-17"))).toEqual([]);
    expect(monthsDue(2025, civilDate("2026-11-17"))).toHaveLength(12);
  });

  it("is kept in a month when as many are paid for as were promised, and short by what is missing", () => {
    const months = [month("2026-01"), month("2026-02")];
    const all = [paid("a", "2026-01"), paid("b", "2026-01"), paid("a", "2026-02")];
    expect(keepPromise([promise], all, months)).toEqual({
      months: [
        { month: "2026-01", expected: 2, received: 2, isKept: true },
        { month: "2026-02", expected: 2, received: 1, isKept: false },
      ],
      due: 67_200,
      received: 50_400,
      short: 16_800,
    });
    expect(keepPromise([promise], [...all, paid("b", "2026-02")], months).short).toBe(0);
  });

  it("of six months owes nothing for the first six", () => {
    const half = { ...promise, months: 6, promised: 201_600 };
    const first = Array.from({ length: 7 }, (_, at) => month(`2026-0${at + 1}`));
    const { due, months } = keepPromise([half], [], first);
    expect(due).toBe(33_600);
    expect(months.map(({ isKept }) => isKept)).toEqual([true, true, true, true, true, true, false]);
  });
});

const rupiahs = nat(100_000_000);

it("what villages are short of and what kept promises brought less make up the whole difference, to the rupiah", () => {
  const villages = array(record({ due: rupiahs, received: rupiahs, short: rupiahs }));
  assert(
    property(villages, (kept) => {
      const { due, received, short, below } = addPromises(kept);
      expect(short + below).toBe(due - received);
    }),
  );
  const short = { due: 100, received: 40, short: 60 };
  const keptForLess = { due: 50, received: 42, short: 0 };
  expect(addPromises([short, keptForLess])).toEqual({ due: 150, received: 82, short: 60, below: 8 });
});
