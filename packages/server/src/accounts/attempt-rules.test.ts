import { describe, expect, it } from "vitest";
import { accountLimit, addressLimit, pairLimit, type Tried, waitAfter, waitFor } from "./attempt-rules.ts";

const none = { failures: 0, secondsSince: 0 };
const fresh: Tried = { pairWait: 0, isKnownHere: false, account: none, address: none };

describe("guessing", () => {
  it("is free a few times, then waits twice as long each time, up to a quarter of an hour", () => {
    expect([4, 5, 6, 7, 8, 9, 10, 1000].map((failures) => waitAfter(failures, pairLimit))).toEqual([
      0, 30, 60, 120, 240, 480, 900, 900,
    ]);
  });
  it("leaves whoever guesses day and night at one desk at most 120 tries a day", () => {
    let seconds = 0;
    let tries = 0;
    while (seconds < 24 * 3600) {
      tries += 1;
      seconds += waitAfter(tries, pairLimit);
    }
    expect(tries).toBeLessThanOrEqual(120);
  });
  it("from many machines slows strangers, never for long, and not those who are known where they sit", () => {
    const many = { ...fresh, account: { failures: 400, secondsSince: 0 } };
    expect(waitFor(many)).toBe(accountLimit.longest);
    expect(waitFor({ ...many, isKnownHere: true })).toBe(0);
    expect(waitFor({ ...many, account: { failures: 400, secondsSince: 400 } })).toBe(0);
  });
  it("of many accounts at one address is held against that address, not against an office of fifty", () => {
    expect(waitFor({ ...fresh, address: { failures: 39, secondsSince: 0 } })).toBe(0);
    expect(waitFor({ ...fresh, address: { failures: 41, secondsSince: 20 } })).toBe(100);
    expect(waitFor({ ...fresh, isKnownHere: true, address: { failures: 99, secondsSince: 0 } })).toBe(0);
    expect(addressLimit.free).toBeGreaterThanOrEqual(40);
  });
  it("at one's own desk waits even where one is known", () => {
    expect(waitFor({ ...fresh, isKnownHere: true, pairWait: 29.2 })).toBe(30);
  });
});
