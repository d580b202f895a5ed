import { expect, test } from "vitest";
import { testDatabase } from "#testing";
import { migrate } from "./index.ts";

const [one, other] = [testDatabase(), testDatabase()];

test("two cities on one server may start at the same moment, though the logins are the server's", async () => {
  const starts = [one, other].flatMap(({ url, app }) => {
    const options = { keys: app.keys, regionCode: app.config.regionCode, production: false };
    return Array.from({ length: 8 }, () => migrate(url, options));
  });
  expect(await Promise.all(starts)).toEqual(starts.map(() => ({ applied: [] })));
});
