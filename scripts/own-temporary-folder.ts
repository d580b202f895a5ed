// Every test file has a temporary folder of its own, and takes with it what it and its processes leave there.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const shared = process.env["TMPDIR"];
const own = mkdtempSync(join(tmpdir(), "tuwai-test-"));
process.env["TMPDIR"] = own;

afterAll(() => {
  if (shared === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = shared;
  rmSync(own, { recursive: true, force: true });
});
