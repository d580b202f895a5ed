import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { removeAbandonedSpills } from "./spill-folder.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "linkage-database-"));
});
afterAll(() => rm(folder, { recursive: true }));

const machine = hostname().replaceAll(/[^A-Za-z0-9.]/g, "");
const spillOf = (pid: number) => join(folder, `tuwai-linkage-spill-${machine}-${pid}-abc`);
const tooMuch =
  "CREATE TABLE much AS SELECT md5(range::VARCHAR) AS a, random() AS b FROM range(3000000) ORDER BY b";

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"], { stdio: "ignore" });
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid!;
}

describe("what does not fit into memory", () => {
  test("goes to a private folder named after the process, which is gone afterwards", async () => {
    const db = await openDatabase({ memory: "60MB", threads: 1, spill: folder });
    const [name = ""] = await readdir(folder);
    expect(name).toMatch(new RegExp(`^tuwai-linkage-spill-${machine}-${process.pid}-`));
    await db.run(tooMuch);
    expect(await readdir(join(folder, name))).not.toEqual([]);
    db.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test("is refused where spilling is off: the error names the limit and nothing touches the disk", async () => {
    const db = await openDatabase({ memory: "60MB", threads: 1, spill: false });
    await expect(db.run(tooMuch)).rejects.toMatchObject({
      code: "memory-too-small",
      message: expect.stringContaining("60MB") as string,
      details: { memory: "60MB", spill: false },
    });
    db.close();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("spill folders of processes that were killed", () => {
  test("are removed when the next database opens; those of living processes stay", async () => {
    await mkdir(spillOf(await endedProcess()));
    await mkdir(spillOf(process.ppid));
    const db = await openDatabase({ spill: folder });
    const names = await readdir(folder);
    db.close();
    expect(names).toHaveLength(2);
    expect(names).toContain(`tuwai-linkage-spill-${machine}-${process.ppid}-abc`);
    await rm(spillOf(process.ppid), { recursive: true });
  });

  test("are removed also when the predecessor had this process's number, as in a restarted container", async () => {
    await mkdir(spillOf(process.pid));
    expect(removeAbandonedSpills(folder)).toBe(0);
    const longAgo = new Date(Date.now() - process.uptime() * 1000 - 60_000);
    await utimes(spillOf(process.pid), longAgo, longAgo);
    expect(removeAbandonedSpills(folder)).toBe(1);
  });

  test("of another machine that shares the folder are left alone", async () => {
    const foreign = join(folder, `tuwai-linkage-spill-${machine}x-${await endedProcess()}-abc`);
    await mkdir(foreign);
    expect(removeAbandonedSpills(folder)).toBe(0);
  });
});
