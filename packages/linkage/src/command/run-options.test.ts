import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { databaseOptions } from "./run-options.ts";

let folder: string;
const run = { command: "link", files: [] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-options-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("values beyond the memory lie beside the answer for the time of a run, unless told otherwise", () => {
  const out = join(folder, "links.csv");
  expect(databaseOptions({ ...run, out })).toEqual({ spill: folder });
  expect(databaseOptions({ ...run, out, spill: "/elsewhere" })).toEqual({ spill: "/elsewhere" });
  expect(databaseOptions({ ...run, out, spill: "none" })).toEqual({ spill: false });
});

it("a folder that is not there is left to who writes the answer to complain of", () => {
  expect(databaseOptions({ ...run, out: join(folder, "missing", "links.csv") })).toEqual({});
  expect(databaseOptions(run)).toEqual({});
});
