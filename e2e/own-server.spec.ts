import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachOrStart, type EmbeddedPostgres } from "@tuwai/scripts/postgres";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, stopped } from "./running-city.ts";

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

test("a given PostgreSQL server is set up and served from, and keeps running when the city is stopped midway", async () => {
  const { child, origin } = await launch({ dataDir: join(home, "city"), databaseUrl: server.url });
  try {
    const health = await firstAnswer(`${origin}/api/v1/health`);
    expect(await health.json()).toEqual({ ready: expect.any(Boolean) });
    const signIn = await fetch(`${origin}/masuk`);
    expect(signIn.status).toBe(200);
    expect(await signIn.text()).toContain('name="email"');
  } finally {
    await stopped(child);
  }
  expect(server.isRunning()).toBe(true);
  expect(await migrations(server.url)).toBeGreaterThan(5);
});

async function firstAnswer(address: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(address);
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

async function migrations(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from app_private.migrations",
    );
    return rows[0]!.count;
  } finally {
    await client.end();
  }
}
