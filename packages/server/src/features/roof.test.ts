import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url).pathname;

test("the list of features is read by the roof and the tests' own city only: features know each other, not the list", () => {
  const readers = globSync("*/src/**/*.{ts,tsx}", { cwd: root })
    .filter((path) => /from "(?:#features|@tuwai\/server\/features)"/.test(readFileSync(root + path, "utf8")))
    .filter((path) => !path.endsWith(".test.ts"));
  expect(readers.toSorted()).toEqual([
    "city/src/runtime/open-server.ts",
    "server/src/testing/test-database.ts",
  ]);
});
