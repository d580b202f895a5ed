import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, publicActor, type Role, systemActor } from "#app";
import { anActor, insertPlaces, places, readRows, testDatabase } from "#testing";
import {
  acceptInvitation,
  actorOf,
  changePassword,
  createDemoAccounts,
  decideRequest,
  endAccount,
  endAccountSessions,
  endMySessions,
  endRole,
  getAccount,
  grantRole,
  inviteAccount,
  inviteFirstAccount,
  listAccountRequests,
  listAccounts,
  listMySessions,
  replaceAccount,
  resetAccount,
  signIn,
} from "./index.ts";

const database = testDatabase();
const password = "gulai tunjang dekat pasar";
const other = "rendang lokan tanpa santan";
const village = places.naras.code;

const app = () => database.app;
let admin: Actor;
beforeEach(async () => {
  await insertPlaces(app());
  admin = await join("adm@pariaman.id", "ADM");
});

const trail = () =>
  readRows<{ action: string; details: Record<string, unknown> }>(
    app(),
    "select action, actor_id, object_type, object_id, details from audit.entries where object_type = 'account' order by id",
  );
const last = async () => (await trail()).at(-1)!;

/** An invited account that has set its password; without an inviter, the first of the city. */
async function join(email: string, role: Role, scope?: string, by?: Actor): Promise<Actor> {
  const given = { email, name: "Yusnidar", role, scope };
  const code = codeOf(
    await (by === undefined ? inviteFirstAccount(app(), given) : inviteAccount(app(), by, given)),
  );
  expect(await acceptInvitation(app(), { inviteCode: code, password })).toMatchObject({
    outcome: "accepted",
  });
  return { ...(await actorOf(app(), await cookies(email)))!, steppedUpAt: new Date() };
}

function codeOf(answer: Awaited<ReturnType<typeof inviteAccount>>): string {
  if (answer.outcome !== "done" || answer.code === null) throw new Error(JSON.stringify(answer));
  return answer.code.inviteCode;
}

const askForOperator = (over: object) =>
  inviteAccount(app(), admin, { email: "a@b.id", name: "A", role: "OPR", scope: village, ...over });
const invited = async () =>
  codeOf(await inviteAccount(app(), admin, { email: "dat@pariaman.id", name: "R", role: "DAT" }));
let senders = 0;
/** Each time from another address: what one address may try is the limiter's, tested beside it. */
const accept = (inviteCode: string, by = password) =>
  acceptInvitation(app(), {
    inviteCode,
    password: by,
    headers: new Headers({ "x-forwarded-for": `198.51.100.${(senders += 1) % 250}` }),
  });

/** The session cookies of signing in; empty when it is refused. */
async function cookies(email: string, by = password): Promise<Headers> {
  const answer = await signIn(
    app(),
    { email, password: by },
    new Headers({ "user-agent": "Mozilla/5.0 (Android 14)" }),
  );
  const lines = "cookies" in answer ? answer.cookies.map((line) => line.split(";")[0]!) : [];
  return new Headers({ cookie: lines.join("; ") });
}

/** Accounts are kept where no login of the city looks; the owner does. */
async function asOwner(statement: string): Promise<readonly Record<string, unknown>[]> {
  const owner = new Client(database.url);
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await owner.end();
  }
}

describe("the life of an account", () => {
  test("goes from invitation over a role, a reset and a successor to its end, and old sessions die on the way", async () => {
    const asked = await inviteAccount(app(), admin, {
      email: "Bu.Yeni@Pariaman.id",
      name: "Yeni",
      role: "OPR",
      scope: village.replaceAll(".", ""),
    });
    const accountId = "accountId" in asked ? asked.accountId : "";
    expect(await getAccount(app(), admin, { accountId })).toMatchObject({ state: "invited", scope: village });
    await acceptInvitation(app(), { inviteCode: codeOf(asked).toLowerCase(), password });
    const session = await cookies("bu.yeni@pariaman.id");
    expect(await actorOf(app(), session)).toMatchObject({ userId: accountId, role: "OPR", scope: village });

    await grantRole(app(), admin, { accountId, role: "KDS", scope: village });
    expect(await actorOf(app(), session)).toBeNull();
    const asHead = await cookies("bu.yeni@pariaman.id");
    expect(await actorOf(app(), asHead)).toMatchObject({ role: "KDS" });

    const successor = await replaceAccount(app(), admin, {
      accountId,
      email: "baru@pariaman.id",
      name: "Zul",
    });
    expect(await actorOf(app(), asHead)).toBeNull();
    expect(await signIn(app(), { email: "bu.yeni@pariaman.id", password }, new Headers())).toMatchObject({
      outcome: "refused",
    });
    await acceptInvitation(app(), { inviteCode: codeOf(successor), password });
    const successors = await cookies("baru@pariaman.id");
    expect(await actorOf(app(), successors)).toMatchObject({ role: "KDS", scope: village });

    const newId = "accountId" in successor ? successor.accountId : "";
    const code = codeOf(await resetAccount(app(), admin, { accountId: newId }));
    expect(await actorOf(app(), successors)).toBeNull();
    await acceptInvitation(app(), { inviteCode: code, password: other });
    expect(await actorOf(app(), await cookies("baru@pariaman.id"))).toBeNull();
    const fresh = await cookies("baru@pariaman.id", other);
    expect(await actorOf(app(), fresh)).not.toBeNull();

    await endAccount(app(), admin, { accountId: newId, reason: "retired" });
    expect(await actorOf(app(), fresh)).toBeNull();
    expect(await getAccount(app(), admin, { accountId: newId })).toMatchObject({
      state: "ended",
      endReason: "retired",
    });
    const actions = (await trail()).map(({ action }) => action);
    expect(actions.filter((action) => !action.startsWith("session."))).toEqual([
      "account.invite",
      "account.accept",
      "account.invite",
      "account.accept",
      "account.role.grant",
      "account.invite",
      "account.end",
      "account.accept",
      "account.reset",
      "account.accept",
      "account.end",
    ]);
    expect(JSON.stringify(await trail())).not.toMatch(/yeni|pariaman\.id|Zul/i);
  });

  test("begins anew with the same address once it has ended, and not before", async () => {
    const given = { email: "dat@pariaman.id", name: "Rina", role: "DAT" };
    const first = await join("dat@pariaman.id", "DAT", undefined, admin);
    const taken = { outcome: "refused", reasons: ["email-taken"] };
    expect(await inviteAccount(app(), admin, given)).toEqual(taken);
    await endAccount(app(), admin, { accountId: first.userId, reason: "moved" });
    expect(await inviteAccount(app(), admin, given)).toMatchObject({
      outcome: "done",
      accountId: first.userId,
    });
  });

  test("an acting head stands over the office for a time, and the account falls back when that ends", async () => {
    const operator = await join("opr@pariaman.id", "OPR", village, admin);
    const accountId = operator.userId;
    await grantRole(app(), admin, { accountId, role: "KDS", scope: village, lastDay: "2026-11-30" });
    expect(await actorOf(app(), await cookies("opr@pariaman.id"))).toMatchObject({ role: "KDS" });
    const { posts } = await getAccount(app(), admin, { accountId });
    await endRole(app(), admin, { accountId, postId: posts.find(({ role }) => role === "KDS")!.postId });
    expect(await actorOf(app(), await cookies("opr@pariaman.id"))).toMatchObject({ role: "OPR" });
  });

  test("that cannot be audited does not change", async () => {
    await asOwner("revoke insert on audit.entries from app_auth");
    const asked = inviteAccount(app(), admin, { email: "x@pariaman.id", name: "X", role: "DAT" });
    await expect(asked).rejects.toMatchObject({ code: "42501" });
    expect(await asOwner(`select 1 from auth."user" where "email" = 'x@pariaman.id'`)).toEqual([]);
  });

  test("a role needs its own kind of place, and everything wrong is told at once", async () => {
    expect(await askForOperator({ email: "a", name: " ", scope: "13.76.01.1001" })).toEqual({
      outcome: "refused",
      reasons: ["email-invalid", "name-missing", "place-unknown"],
    });
    for (const wrong of [
      { role: "CMT" },
      { role: "MGR" },
      { role: "BND", scope: "" },
      { role: "BPJ", scope: "a|b" },
    ])
      expect(await askForOperator(wrong)).toMatchObject({ reasons: ["place-unknown"] });
    expect(await askForOperator({ role: "WRK" })).toMatchObject({ reasons: ["role-unknown"] });
    expect(await askForOperator({ from: "2026-12-02", lastDay: "2026-12-01" })).toMatchObject({
      reasons: ["period-invalid"],
    });
  });
});

describe("the first account of a city", () => {
  test("is made by whoever holds the machine; a second one is not", async () => {
    expect((await trail())[0]).toMatchObject({
      action: "account.invite",
      actorId: systemActor("13.77").userId,
    });
    const again = inviteFirstAccount(app(), { email: "b@pariaman.id", name: "B", role: "ADM" });
    await expect(again).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("in production is an administrator's", async () => {
    const real = { ...app(), config: { ...app().config, demo: false, regionCode: "13.76" } };
    const asked = inviteFirstAccount(real, { email: "b@padang.id", name: "B", role: "MGR" });
    expect(await asked).toEqual({ outcome: "refused", reasons: ["role-unknown"] });
  });
});

describe("a one-time code", () => {
  const wrong = { outcome: "refused", reason: "wrong-code" };

  test("works once, and is kept as a digest", async () => {
    const code = await invited();
    const kept = JSON.stringify(await asOwner("select * from auth.invitations"));
    expect(kept).not.toContain(code.slice(5));
    expect(kept).not.toContain(code.slice(5).replaceAll("-", ""));
    const both = await Promise.all([accept(code), accept(code, other)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["accepted", "refused"]);
    expect(await accept(code)).toEqual(wrong);
  });

  test("ends after seven days, and when a new one is made", async () => {
    const code = await invited();
    await database.setNow("2026-11-29T02:00:00Z");
    expect(await accept(code)).toEqual({ outcome: "refused", reason: "expired" });
    const { rows } = await listAccounts(app(), admin, { state: "code-dead" });
    const next = codeOf(await resetAccount(app(), admin, { accountId: rows[0]!.accountId }));
    expect(await accept(code)).toEqual(wrong);
    expect(await accept(next)).toMatchObject({ outcome: "accepted" });
  });

  test("is dead after ten wrong secrets, each of them in the trail; an unknown number tells as little", async () => {
    const code = await invited();
    const guess = `${code.slice(0, 5)}2222-2222-2222`;
    for (let tries = 0; tries < 10; tries++) expect(await accept(guess)).toEqual(wrong);
    expect((await trail()).filter(({ details }) => "refused" in details)).toHaveLength(10);
    expect(await last()).toMatchObject({ action: "account.accept", actorId: publicActor("13.77").userId });
    expect(await accept(code)).toEqual(wrong);
    expect(await accept("2222-2222-2222-2222")).toEqual(wrong);
    expect((await listAccounts(app(), admin, { state: "code-dead" })).total).toBe(1);
  });

  test("is not used up by a weak password", async () => {
    const code = await invited();
    expect(await accept(code, "xk7 vq9")).toEqual({ outcome: "weak", faults: ["too-short"] });
    expect(await accept(code, "Password2026!")).toEqual({ outcome: "weak", faults: ["common"] });
    expect(await accept(code, "pariaman-tuwai-1")).toEqual({ outcome: "weak", faults: ["personal"] });
    expect(await accept(code)).toMatchObject({ outcome: "accepted" });
  });
});

describe("nobody", () => {
  const own = { outcome: "refused", reasons: ["own-account"] };

  test("changes the own account, and the attempt stands in the trail", async () => {
    const accountId = admin.userId;
    expect(await grantRole(app(), admin, { accountId, role: "MGR" })).toMatchObject({
      reasons: ["own-account"],
    });
    expect(await resetAccount(app(), admin, { accountId })).toEqual(own);
    expect(await endAccount(app(), admin, { accountId, reason: "other" })).toMatchObject({
      outcome: "refused",
    });
    expect(await last()).toMatchObject({
      action: "account.end",
      details: { refused: ["own-account", "last-administrator"] },
    });
  });

  test("ends the last administrator, also when two end each other at one moment", async () => {
    const second = await join("adm2@pariaman.id", "ADM", undefined, admin);
    const both = await Promise.all([
      endAccount(app(), admin, { accountId: second.userId, reason: "other" }),
      endAccount(app(), second, { accountId: admin.userId, reason: "other" }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["done", "refused"]);
  });

  test("of another city sees or touches an account", async () => {
    const stranger = { ...anActor(app(), "ADM", undefined, "13.76"), steppedUpAt: new Date() };
    expect((await listAccounts(app(), stranger, {})).total).toBe(0);
    const accountId = admin.userId;
    for (const asked of [getAccount, endAccount, resetAccount, grantRole, endAccountSessions] as const)
      await expect(asked(app(), stranger, { accountId, reason: "other", role: "MGR" })).rejects.toMatchObject(
        {
          code: "not-found",
        },
      );
  });
});

describe("a role that two people give", () => {
  const given = { email: "fin@pariaman.id", name: "Dewi", role: "FIN" };

  test("is given at once while one administrator is alone", async () => {
    expect(await inviteAccount(app(), admin, given)).toMatchObject({ outcome: "done" });
  });

  test("waits for a second person once there are two, who sees the code", async () => {
    const second = await join("adm2@pariaman.id", "ADM", undefined, admin);
    const asked = await inviteAccount(app(), admin, given);
    expect(asked).toEqual({ outcome: "waits", accountId: expect.any(String) as string });
    const [request] = await listAccountRequests(app(), second);
    const { requestId } = request!;
    await expect(decideRequest(app(), admin, { requestId, verdict: "approve" })).rejects.toMatchObject({
      code: "four-eyes",
    });
    const decided = await decideRequest(app(), second, { requestId, verdict: "approve" });
    await acceptInvitation(app(), { inviteCode: codeOf(decided), password });
    expect(await actorOf(app(), await cookies(given.email))).toMatchObject({ role: "FIN" });
    await expect(decideRequest(app(), second, { requestId, verdict: "approve" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is asked about as a reset of one of them is, and not by the person it is about", async () => {
    const second = await join("adm2@pariaman.id", "ADM", undefined, admin);
    expect(await resetAccount(app(), admin, { accountId: second.userId })).toMatchObject({
      outcome: "waits",
    });
    expect(await actorOf(app(), await cookies("adm2@pariaman.id"))).not.toBeNull();
    const waiting = await listAccountRequests(app(), second);
    const reset = waiting.find(({ kind }) => kind === "reset")!;
    expect(reset).toMatchObject({ isOwn: true });
    const asked = decideRequest(app(), second, { requestId: reset.requestId, verdict: "approve" });
    await expect(asked).rejects.toMatchObject({ code: "four-eyes" });
  });
});

describe("a signed-in person", () => {
  test("changes the password with the current one, and every other session ends", async () => {
    const mine = await cookies("adm@pariaman.id");
    const elsewhere = await cookies("adm@pariaman.id");
    const change = (current: string, newPassword: string) =>
      changePassword(app(), admin, { password: current, newPassword, headers: mine });
    expect(await change("bukan ini", other)).toEqual({ outcome: "wrong-password" });
    expect(await change(password, "xk7 vq9")).toEqual({ outcome: "weak", faults: ["too-short"] });
    expect(await change(password, other)).toMatchObject({ outcome: "changed" });
    expect(await actorOf(app(), elsewhere)).toBeNull();
    expect(await actorOf(app(), mine)).not.toBeNull();
    expect(await actorOf(app(), await cookies("adm@pariaman.id", other))).not.toBeNull();
  });

  test("sees the own sessions and ends the others; an administrator ends all of somebody", async () => {
    const operator = await join("opr@pariaman.id", "OPR", village, admin);
    const mine = await cookies("opr@pariaman.id");
    const sessions = await listMySessions(app(), operator, { headers: mine });
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(sessions).toHaveLength(2);
    expect(await endMySessions(app(), operator, { headers: mine })).toEqual({ ended: 1 });
    expect(await actorOf(app(), mine)).not.toBeNull();
    expect(await endAccountSessions(app(), admin, { accountId: operator.userId })).toEqual({ ended: 1 });
    expect(await actorOf(app(), mine)).toBeNull();
  });
});

test("a demo account is audited once, however often the demo is loaded", async () => {
  const demo = [{ email: "mgr@demo.tuwai.id", name: "Manajer", role: "MGR" }] as const;
  expect(await createDemoAccounts(app(), demo, "tuwai")).toHaveLength(1);
  expect(await createDemoAccounts(app(), demo, "tuwai")).toEqual([]);
  expect(await last()).toMatchObject({ action: "account.create", details: { role: "MGR" } });
});

test("the login that keeps accounts adds entries about accounts and letters to send, and reads none", async () => {
  const [policy] = await asOwner(
    "select roles::text, cmd, with_check from pg_policies where tablename = 'entries' and 'app_auth' = any(roles)",
  );
  expect(policy).toMatchObject({
    cmd: "INSERT",
    with_check: expect.stringContaining("'account'") as string,
  });
  const grants = await asOwner(
    "select table_schema, table_name, privilege_type from information_schema.role_table_grants where grantee = 'app_auth' and table_schema <> 'auth' order by 1, 2, 3",
  );
  expect(grants).toEqual([
    { table_schema: "app", table_name: "work", privilege_type: "INSERT" },
    // Whoever is refused is noted there, also before a role is known.
    { table_schema: "audit", table_name: "denials", privilege_type: "INSERT" },
    { table_schema: "audit", table_name: "denials", privilege_type: "SELECT" },
    { table_schema: "audit", table_name: "denials", privilege_type: "UPDATE" },
    { table_schema: "audit", table_name: "entries", privilege_type: "INSERT" },
  ]);
  const [work] = await asOwner(
    "select cmd, with_check from pg_policies where tablename = 'work' and 'app_auth' = any(roles)",
  );
  expect(work).toMatchObject({
    cmd: "INSERT",
    with_check: expect.stringContaining("'accounts.mail'") as string,
  });
});
