import { expect, test } from "vitest";
import { roles } from "#app";
import { needsSecondFactor } from "./index.ts";

test("everybody who works for the programme signs in with a second factor; sponsors, workers and strangers need none", () => {
  expect(roles.filter((role) => !needsSecondFactor(role))).toEqual(["PUB", "WRK", "SPN"]);
});
