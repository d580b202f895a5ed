import { expect, it } from "vitest";
import { momentText } from "./indonesian.ts";

it("a moment is told on Jakarta's clock, on the day it is there", () => {
  expect(momentText(new Date("2026-11-28T02:00:00Z"))).toBe("28 November 2026 pukul 09.00 WIB");
  expect(momentText(new Date("2026-12-31T17:05:59Z"))).toBe("1 Januari 2027 pukul 00.05 WIB");
});
