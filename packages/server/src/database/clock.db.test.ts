import { sql } from "kysely";
import { Client } from "pg";
import { expect, test } from "vitest";
import { asSystem, moveClock, nowOf, readClock, releaseClock } from "#database";
import { testDatabase } from "#testing";
import { settleClock } from "./settle-clock.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });

const momentInSql = () =>
  asSystem(city.app, async (tx) => {
    const { rows } = await sql<{ now: Date }>`select app.now() as now`.execute(tx);
    return { sql: rows[0]!.now, code: nowOf(tx) };
  });

test("pages, statements and transactions read one moment, and it stands until it is moved", async () => {
  const moment = new Date("2026-11-21T02:00:00Z");
  expect(await momentInSql()).toEqual({ sql: moment, code: moment });
  await city.setNow("2026-11-22T02:00:00Z");
  const next = new Date("2026-11-22T02:00:00Z");
  expect(await momentInSql()).toEqual({ sql: next, code: next });
  expect(city.app.clock.now()).toEqual(next);
});

test("a moment moved by another process is heard at the next transaction", async () => {
  await moveClock(city.url, new Date("2026-12-01T00:00:00Z"));
  await momentInSql();
  expect(city.app.clock.today()).toBe("2026-12-01");
});

test("the clock never goes back, and no login can move it", async () => {
  await expect(moveClock(city.url, new Date("2026-11-20T00:00:00Z"))).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await readClock(city.url)).toEqual(new Date("2026-11-21T02:00:00Z"));
  const moved = asSystem(city.app, (tx) => sql`update app_private.clock set at = '2030-01-01'`.execute(tx));
  await expect(moved).rejects.toThrow("permission denied");
});

test("without a kept moment real time holds", async () => {
  await releaseClock(city.url);
  const { sql: now } = await momentInSql();
  expect(Math.abs(now.getTime() - Date.now())).toBeLessThan(60_000);
  expect(Math.abs(city.app.clock.now().getTime() - Date.now())).toBeLessThan(60_000);
});

test("TUWAI_NOW is the first moment of a city; an earlier one later on is refused, a later one waits for its nights", async () => {
  const config = (now: string) => ({ ...city.app.config, fixedNow: new Date(now) });
  await releaseClock(city.url);
  expect(await settleClock(config("2026-11-21T02:00:00Z"))).toEqual(new Date("2026-11-21T02:00:00Z"));
  await expect(settleClock(config("2026-11-20T02:00:00Z"))).rejects.toMatchObject({ code: "not-set-up" });
  expect(await settleClock(config("2026-11-25T02:00:00Z"))).toEqual(new Date("2026-11-21T02:00:00Z"));
});

test("no default and no row policy of a business table reads the machine's clock", async () => {
  const owner = new Client(city.url);
  await owner.connect();
  const { rows } = await owner.query<{ place: string }>(String.raw`
    select adrelid::regclass::text as place from pg_attrdef d join pg_class c on c.oid = d.adrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'pub') and pg_get_expr(adbin, adrelid) ~ '(clock_timestamp|(?<![.\w])now)\('
    union all select tablename || ' ' || policyname from pg_policies
    where concat(qual, ' ', with_check) ~ '(clock_timestamp|(?<![.\w])now)\('
    union all select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('app', 'app_private', 'audit', 'pub') and p.proname <> 'context'
      and p.prosrc ~ '(clock_timestamp|(?<![.\w])now)\('`);
  await owner.end();
  expect(rows).toEqual([]);
});
