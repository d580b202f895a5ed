import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate as d } from "#time";
import { claimStates, forgetFileFrom, isOpen } from "./index.ts";

test("the file of a case is forgotten five and a half years after it was closed, of one that was none after a year", () => {
  const stateSince = d("2026-11-30");
  expect(forgetFileFrom({ state: "closed", stateSince })).toBe("2032-05-30");
  expect(forgetFileFrom({ state: "withdrawn", stateSince })).toBe("2027-11-30");
});

test("of a case that is open nothing is forgotten, and of a closed one nothing before five years of claiming are over", () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(d("2020-01-01"), n));
  fc.assert(
    fc.property(fc.constantFrom(...claimStates), days, (state, stateSince) => {
      const from = forgetFileFrom({ state, stateSince });
      if (isOpen(state)) expect(from).toBeNull();
      else if (state === "closed") expect(from! > addDays(stateSince, 5 * 366)).toBe(true);
      else expect(from! > stateSince).toBe(true);
    }),
  );
});
