import { expect, test } from "vitest";
import { civilDate } from "#time";
import { stopBy } from "./stop-by.ts";

test("three days after a withdrawal nothing may rest on the consent any more", () => {
  expect(stopBy(civilDate("2026-11-28"))).toBe("2026-12-01");
});
