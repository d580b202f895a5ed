import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { systemActor } from "#app";
import { readRows, testDatabase } from "#testing";
import { createAccount, createDemoAccounts } from "./index.ts";

const database = testDatabase();

const given = {
  email: "Dat@Pariaman.id",
  name: "Yusnidar",
  password: "kata sandi yang panjang",
  role: "DAT",
} as const;
const admin = () => ({ ...systemActor("13.77"), steppedUpAt: database.app.clock.now() });
const entries = () =>
  readRows(
    database.app,
    "select action, actor_id, object_type, object_id, details from audit.entries where object_type = 'account'",
  );

/** Accounts are kept where no login of the city looks; the owner does. */
async function asOwner(statement: string): Promise<readonly object[]> {
  const owner = new Client(database.url);
  await owner.connect();
  try {
    return (await owner.query<object>(statement)).rows;
  } finally {
    await owner.end();
  }
}

describe("an account", () => {
  test("stands in the audit trail with role and place, without address, name or password", async () => {
    const actor = admin();
    const { userId } = await createAccount(database.app, actor, given);
    expect(await entries()).toEqual([
      {
        action: "account.create",
        actorId: actor.userId,
        objectType: "account",
        objectId: userId,
        details: { role: "DAT" },
      },
    ]);
  });

  test("that cannot be audited does not come to be", async () => {
    await asOwner("revoke insert on audit.entries from app_auth");
    await expect(createAccount(database.app, admin(), given)).rejects.toMatchObject({ code: "42501" });
    expect(await asOwner(`select 1 from auth."user"`)).toEqual([]);
  });

  test("whose address is taken is refused and leaves no trace", async () => {
    await createAccount(database.app, admin(), given);
    await expect(createAccount(database.app, admin(), given)).rejects.toMatchObject({ code: "conflict" });
    expect(await entries()).toHaveLength(1);
  });

  test("of the demo is audited once, however often the demo is loaded", async () => {
    const demo = [{ email: "mgr@demo.tuwai.id", name: "Manajer", role: "MGR" }] as const;
    await createDemoAccounts(database.app, demo, "tuwai");
    await createDemoAccounts(database.app, demo, "tuwai");
    expect(await entries()).toMatchObject([{ action: "account.create", details: { role: "MGR" } }]);
  });
});

describe("the login that keeps accounts", () => {
  test("adds entries about accounts only, and reads none", async () => {
    const [policy] = await asOwner(
      "select roles::text, cmd, with_check from pg_policies where tablename = 'entries' and 'app_auth' = any(roles)",
    );
    expect(policy).toMatchObject({
      cmd: "INSERT",
      with_check: expect.stringContaining("'account'") as string,
    });
    const grants = await asOwner(
      "select table_schema, table_name, privilege_type from information_schema.role_table_grants where grantee = 'app_auth' and table_schema <> 'auth'",
    );
    expect(grants).toEqual([{ table_schema: "audit", table_name: "entries", privilege_type: "INSERT" }]);
  });
});
