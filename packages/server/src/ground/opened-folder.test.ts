import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { clearOpened, makeOpenedFolder, withOpenedFolder } from "./opened-folder.ts";

const dataDir = mkdtempSync(join(tmpdir(), "opened-test-"));
const opened = join(dataDir, "opened");
afterEach(() => rmSync(opened, { recursive: true, force: true }));

test("an opened file lies beneath the data folder, for its owner only, and is gone when it was used", async () => {
  const seen = await withOpenedFolder(dataDir, async (folder) => {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(opened).mode & 0o777).toBe(0o700);
    return folder;
  });
  expect(seen.startsWith(opened)).toBe(true);
  expect(readdirSync(opened)).toEqual([]);
});

test("a start takes away what killed processes left, also one of the same number, and nothing of the living", async () => {
  const mine = await makeOpenedFolder(dataDir);
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  for (const name of [`${dead}-123-abcdef`, `${process.pid}-1-abcdef`, "anything"]) {
    mkdirSync(join(opened, name));
    writeFileSync(join(opened, name, "upload"), "1377930105790001");
  }
  expect(await clearOpened(dataDir)).toBe(3);
  expect(readdirSync(opened).map((name) => join(opened, name))).toEqual([mine]);
});
