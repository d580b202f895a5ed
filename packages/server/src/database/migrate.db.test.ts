import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { type Keys, keysFrom } from "#keys";
import { emptyDatabase, testDatabase } from "#testing";
import { connectionUrl } from "./connection-url.ts";
import { loginName, logins } from "./logins.ts";
import { judgeVersion, migrate, openDatabase } from "./index.ts";

const [one, other] = [testDatabase(), testDatabase()];

const newKeys = (): Keys =>
  keysFrom({ current: 1, root: randomBytes(32), versions: new Map([[1, randomBytes(32)]]) });

const options = (keys: Keys, regionCode = "13.77") => ({ keys, regionCode, production: false });

test("two cities on one server may start at the same moment, though the roles are the server's", async () => {
  const starts = [one, other].flatMap(({ url, app }) =>
    Array.from({ length: 8 }, () => migrate(url, options(app.keys, app.config.regionCode))),
  );
  expect((await Promise.all(starts)).map(({ applied }) => applied)).toEqual(starts.map(() => []));
});

test("two cities with keys of their own run side by side on one server, and neither is let in by the other", async () => {
  const cities = await Promise.all([aCity("13.77"), aCity("13.71")]);
  for (const city of [...cities, ...cities.toReversed()])
    expect(await city.signIn()).toEqual(["app_village"]);
  // The first one starts anew while the second runs.
  await migrate(cities[0].url, options(cities[0].keys, "13.77"));
  for (const city of cities) expect(await city.signIn()).toEqual(["app_village"]);
  const intruder = new Client(connectionUrl(cities[0].url, "app_jobs", cities[1].keys));
  await expect(intruder.connect()).rejects.toMatchObject({ code: "42501" });
});

test("a start with other keys, or for another city, says so and changes nothing: no role, no table, no right", async () => {
  const city = await aCity("13.77");
  const stranger = newKeys();
  const before = await city.state(stranger);
  await expect(migrate(city.url, options(stranger))).rejects.toThrow(
    /keys do not belong.*nothing was changed/,
  );
  await expect(migrate(city.url, options(city.keys, "13.71"))).rejects.toThrow(/serves region 13.77/);
  expect(await city.state(stranger)).toEqual(before);
  expect(await city.signIn()).toEqual(["app_village"]);
});

test("what a login did to its own password and settings is set right at the next start", async () => {
  const city = await aCity("13.77");
  const name = loginName("app_village", city.keys);
  const inside = new Client(connectionUrl(city.url, "app_village", city.keys));
  await inside.connect();
  await inside.query(`alter role ${name} password 'mine now'`);
  await inside.query(`alter role ${name} set statement_timeout = 0`);
  await inside.end();
  await migrate(city.url, options(city.keys));
  const again = new Client(connectionUrl(city.url, "app_village", city.keys));
  await again.connect();
  expect((await again.query("show statement_timeout")).rows).toEqual([{ statement_timeout: "30s" }]);
  await again.end();
});

test("in production an older server of somebody else's is refused, the one that we ship is told of", async () => {
  expect(judgeVersion(180_004)).toEqual({ version: "18.4", safeFrom: "18.7" });
  expect(judgeVersion(180_007)).toEqual({ version: "18.7", safeFrom: null });
  const [url, keys] = [await emptyDatabase(), newKeys()];
  const { safeFrom } = judgeVersion(Number((await versionOf(url)) ?? 0));
  const refused = migrate(url, { keys, regionCode: "13.77", production: true });
  if (safeFrom === null) await refused;
  else await expect(refused).rejects.toThrow(/older than the safe minor/);
  const { notes } = await migrate(url, options(keys));
  expect(notes).toHaveLength(safeFrom === null ? 0 : 1);
  await dropLogins(url, keys);
});

async function versionOf(url: string): Promise<string | undefined> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ server_version_num: string }>("show server_version_num");
  await client.end();
  return rows[0]?.server_version_num;
}

/** A migrated database of its own and keys of its own, with what can be seen of it from outside. */
async function aCity(regionCode: string) {
  const [url, keys] = [await emptyDatabase(), newKeys()];
  await migrate(url, options(keys, regionCode));
  const owner = new Client(url);
  await owner.connect();
  onTestFinished(async () => {
    await owner.end();
    await dropLogins(url, keys);
  });
  const ask = async (statement: string, values: unknown[] = []) =>
    (await owner.query(statement, values)).rows;
  return {
    url,
    keys,
    /** The groups that its village login acts for, asked by that login over a new connection. */
    signIn: async () => {
      const db = openDatabase(url, keys);
      const { rows } = await sql<{ name: string }>`
        select rolname::text as name from pg_roles where rolname = any(${[...logins]}) and pg_has_role(oid, 'usage')`.execute(
        db.as("app_village"),
      );
      await db.close();
      return rows.map(({ name }) => name);
    },
    /** Roles of both key sets with their passwords and settings, tables and rights of the database. */
    state: async (stranger: Keys) => ({
      roles: await ask(
        "select a.*, s.setconfig from pg_authid a left join pg_db_role_setting s on s.setrole = a.oid where rolname = any($1) order by 1",
        [logins.flatMap((login) => [keys, stranger].map((of) => loginName(login, of)))],
      ),
      tables: await ask(
        "select oid, relname, relacl::text from pg_class where relnamespace = 'app'::regnamespace",
      ),
      rows: await ask("select * from app_private.installation"),
      rights: await ask("select datacl::text from pg_database where datname = current_database()"),
    }),
  };
}

async function dropLogins(url: string, keys: Keys): Promise<void> {
  const client = new Client(url);
  await client.connect();
  const names = logins.map((login) => loginName(login, keys)).join(", ");
  await client.query(`drop owned by ${names}; drop role ${names}`);
  await client.end();
}
