import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachOrStart, type EmbeddedPostgres } from "@tuwai/scripts/postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity } from "./running-city.ts";

// The other way to run: DATABASE_URL names a server that somebody else keeps.
const home = mkdtempSync(join(tmpdir(), "tuwai-own-server-"));
let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await attachOrStart({ dataDir: join(home, "server"), durable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

test("a city set up on a given PostgreSQL server serves its public pages and leaves the server running", async () => {
  const { city, stop } = await startCity({ dataDir: join(home, "city"), databaseUrl: server.url });
  try {
    const health = await fetch(`${city.origin}/api/v1/health`);
    expect(await health.json()).toEqual({ ready: true });
    const home = await (await fetch(`${city.origin}/`)).text();
    expect(home).toContain("<html");
    const villages = (await (await fetch(`${city.origin}/cakupan`)).text()).match(/<tr[^>]*data-region/g);
    expect(villages).toHaveLength(71);
  } finally {
    await stop();
  }
  expect(server.isRunning()).toBe(true);
}, 300_000);
