// The embedded database through what happens to it in life: kills, left-over files, other versions, several users.
import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isAlive, waitUntil } from "./launch/processes.mjs";
import { attachOrStart, startPostgres, type EmbeddedPostgres } from "./postgres.mjs";

const home = mkdtempSync(join(tmpdir(), "tuwai-postgres-"));
const dataDir = join(home, "data");
const pidFile = join(dataDir, "pg/postmaster.pid");
const open: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

async function start(durable = false): Promise<EmbeddedPostgres> {
  const server = await attachOrStart({ dataDir, durable });
  open.push(server);
  return server;
}

beforeAll(async () => {
  await (await start()).stop();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of open.splice(0)) await server.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("starting", () => {
  test("the files, the log and the address are readable by their owner alone", async () => {
    await start();
    for (const name of ["pg", "postgres.json", "postgres.log"])
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
  });

  test("the server listens on loopback, asks for a password and keeps checksums and bytewise order", async () => {
    const { url } = await start();
    const settings = await query(
      url,
      `select current_setting('listen_addresses') as address, current_setting('data_checksums') as checksums,
              current_setting('password_encryption') as password,
              (select datlocale from pg_database where datname = 'template1') as locale`,
    );
    expect(settings).toEqual({
      address: "127.0.0.1",
      checksums: "on",
      password: "scram-sha-256",
      locale: "C.UTF-8",
    });
    await expect(query(url.replace(/:[^:@/]+@/, ":wrong@"), "select 1")).rejects.toThrow(
      "password authentication failed",
    );
  });

  test("a durable server writes every commit to the disk, a test server does not", async () => {
    const forTests = await start();
    expect(await query(forTests.url, "show fsync")).toEqual({ fsync: "off" });
    await forTests.stop();
    const durable = await start(true);
    expect(await query(durable.url, "show fsync")).toEqual({ fsync: "on" });
    expect(await query(durable.url, "show full_page_writes")).toEqual({ full_page_writes: "on" });
  });

  test("five processes that start at once share one server", async () => {
    const servers = await Promise.all([1, 2, 3, 4, 5].map(() => start()));
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    expect(servers.filter(({ attached }) => !attached)).toHaveLength(1);
  });

  test("startPostgres refuses a server that runs already, and leaves it running", async () => {
    const server = await start();
    await expect(startPostgres({ dataDir, durable: false })).rejects.toMatchObject({
      code: "database-in-use",
    });
    expect(server.isRunning()).toBe(true);
  });
});

describe("stopping", () => {
  test("the last one out stops the server", async () => {
    const [first, second] = [await start(), await start()];
    await first.stop();
    expect(second.isRunning()).toBe(true);
    await second.stop();
    expect(second.isRunning()).toBe(false);
    expect(existsSync(join(dataDir, "postgres.json"))).toBe(false);
  });

  test("when its only user is killed, the server stops by itself", async () => {
    const { pid, child } = await startElsewhere();
    child.kill("SIGKILL");
    expect(await waitUntil(() => !isAlive(pid), 20_000)).toBe(true);
  });

  test("when one of two users is killed, the server stays for the other", async () => {
    const { pid, child } = await startElsewhere();
    const server = await start();
    expect(server.pid).toBe(pid);
    child.kill("SIGKILL");
    await waitUntil(() => readdirSync(join(dataDir, "postgres.users")).length === 1, 10_000);
    await new Promise((done) => setTimeout(done, 300));
    expect(server.isRunning()).toBe(true);
  });
});

describe("after a kill", () => {
  test("a killed server comes back with what was committed, on the port it had", async () => {
    const first = await start(true);
    await query(first.url, "create table if not exists kept (n int)");
    await query(first.url, "insert into kept values (1)");
    process.kill(first.pid, "SIGKILL");
    await waitUntil(() => !first.isRunning(), 10_000);
    const again = await attachOrStart({ dataDir, port: first.port });
    open.push(again);
    expect(again.url).toBe(first.url);
    expect(await query(again.url, "select count(*)::int as n from kept")).toEqual({ n: 1 });
  });

  test("a left-over postmaster.pid whose number now belongs to another program is no obstacle", async () => {
    writeFileSync(pidFile, `${process.pid}\n${dataDir}/pg\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`);
    expect((await start()).attached).toBe(false);
  });

  test("a left-over lock of a dead process is taken over", async () => {
    const lock = join(dataDir, "postgres.lock");
    mkdirSync(lock);
    writeFileSync(join(lock, "holder"), "999999999-1");
    expect((await start()).isRunning()).toBe(true);
  });

  test("half of a cluster, left by a kill during the first start, is made anew", async () => {
    const other = join(home, "half");
    await import("node:fs/promises").then(({ mkdir }) =>
      mkdir(join(other, "pg.new/base"), { recursive: true }),
    );
    const server = await attachOrStart({ dataDir: other, durable: false });
    expect(server.isRunning()).toBe(true);
    await server.stop();
  });
});

describe("refusing", () => {
  test.each(["17", "19"])(
    "files of PostgreSQL %s are refused with a sentence and not touched",
    async (version) => {
      const marker = join(dataDir, "pg/PG_VERSION");
      const before = readFileSync(marker, "utf8");
      writeFileSync(marker, `${version}\n`);
      try {
        await expect(start()).rejects.toMatchObject({ code: "database-version" });
        await expect(start()).rejects.toThrow(/Data tidak disentuh[^]*were not touched/);
      } finally {
        writeFileSync(marker, before);
      }
    },
  );

  test("a folder whose database is locked by a process we cannot see is refused", async () => {
    const holder = spawn("flock", [join(dataDir, "pg/PG_VERSION"), "sleep", "30"], { stdio: "ignore" });
    children.push(holder);
    await new Promise((done) => setTimeout(done, 300));
    try {
      await expect(start()).rejects.toMatchObject({ code: "database-in-use" });
    } finally {
      spawn("pkill", ["-P", String(holder.pid)]);
      await waitUntil(() => holder.exitCode !== null || holder.signalCode !== null, 5000);
    }
  });
});

async function startElsewhere(): Promise<{ readonly pid: number; readonly child: ChildProcess }> {
  const code = `import { attachOrStart } from ${JSON.stringify(resolve(import.meta.dirname, "postgres.mjs"))};
    const server = await attachOrStart({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    console.log(server.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const line = await new Promise<string>((done) => child.stdout.setEncoding("utf8").once("data", done));
  return { pid: Number(line), child };
}

async function query(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}
