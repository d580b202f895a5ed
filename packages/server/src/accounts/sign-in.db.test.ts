import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "#app";
import { codeFrom, readRows, testDatabase } from "#testing";
import { pairLimit } from "./attempt-rules.ts";
import {
  actorOf,
  beginReplacement,
  beginSecondFactor,
  confirmReplacement,
  confirmSecondFactor,
  createDemoAccounts,
  signIn,
  type SignInOutcome,
  signOut,
  stepUp,
  verifySecondFactor,
} from "./index.ts";

const database = testDatabase();
const password = "kata sandi yang panjang";
const email = "mgr@demo.tuwai.id";
/** A city with real people: nothing here may rest on the demo's leniency. */
const city = (): App => ({ ...database.app, config: { ...database.app.config, demo: false } });

beforeEach(async () => {
  const accounts = [
    { email, name: "Bu Rina", role: "MGR" },
    { email: "dat@demo.tuwai.id", name: "Pak Edi", role: "DAT" },
    { email: "opr@demo.tuwai.id", name: "Bu Yeni", role: "OPR", scope: "13.77.02.2007" },
  ] as const;
  await createDemoAccounts(database.app, accounts, password);
});

const from = (address: string, cookie = ""): Headers =>
  new Headers({ "x-forwarded-for": address, ...(cookie === "" ? {} : { cookie }) });
const office = "203.0.113.7";

const attempt = (as: string, secret: string, address = office) =>
  signIn(city(), { email: as, password: secret }, from(address));
const reasonOf = (answer: SignInOutcome) => ("reason" in answer ? answer.reason : answer.outcome);

async function inTurn<T>(times: number, work: (nth: number) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let nth = 0; nth < times; nth += 1) answers.push(await work(nth));
  return answers;
}

async function signedIn(as = email, address = office): Promise<string> {
  const answer = await attempt(as, password, address);
  if (answer.outcome !== "signed-in") throw new Error(reasonOf(answer));
  return answer.cookies.map((line) => line.split(";")[0]).join("; ");
}

async function asOwner(statement: string): Promise<readonly Record<string, unknown>[]> {
  const owner = new Client(database.url);
  await owner.connect();
  try {
    return (await owner.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await owner.end();
  }
}

describe("guessing a password", () => {
  test("is stopped after five wrong ones, for somebody's address as for nobody's, the right one included", async () => {
    for (const as of [email, "nobody@demo.tuwai.id"]) {
      const answers = await inTurn(8, () => attempt(as, "bukan ini"));
      expect(answers.map(reasonOf)).toEqual([
        ...Array<string>(pairLimit.free).fill("wrong-credentials"),
        ...Array<string>(3).fill("too-many-attempts"),
      ]);
      expect(answers.at(-1)).toMatchObject({ retryAfterSeconds: pairLimit.first });
    }
    expect(reasonOf(await attempt(email, password))).toBe("too-many-attempts");
  });

  test("cannot be hurried by asking all at once", async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(email, "bukan ini")));
    expect(answers.filter((answer) => reasonOf(answer) === "wrong-credentials")).toHaveLength(pairLimit.free);
  });

  test("outlives a restart, waits longer each time, and is forgiven by the right password", async () => {
    await inTurn(5, () => attempt(email, "bukan ini"));
    await asOwner("update auth.attempts set blocked_until = now() where blocked_until is not null");
    expect(reasonOf(await attempt(email, "bukan ini"))).toBe("wrong-credentials");
    expect(await attempt(email, "bukan ini")).toMatchObject({ retryAfterSeconds: 2 * pairLimit.first });
    await asOwner("update auth.attempts set blocked_until = now() where blocked_until is not null");
    await signedIn();
    expect((await inTurn(5, () => attempt(email, "bukan ini"))).map(reasonOf)).not.toContain(
      "too-many-attempts",
    );
  });

  test("by one colleague stops neither the other forty-nine of the office nor their right passwords at once", async () => {
    await inTurn(12, () => attempt("dat@demo.tuwai.id", "bukan ini"));
    const others = await Promise.all(Array.from({ length: 20 }, () => attempt(email, password)));
    expect(new Set(others.map(reasonOf))).toEqual(new Set(["signed-in"]));
  });

  test("by strangers elsewhere does not shut the owner out of the own desk", async () => {
    await signedIn();
    await inTurn(40, (nth) => attempt(email, "bukan ini", `198.51.100.${nth}`));
    expect(reasonOf(await attempt(email, "bukan ini", "198.51.100.200"))).toBe("too-many-attempts");
    expect(reasonOf(await attempt(email, password))).toBe("signed-in");
  });

  test("of many accounts from one network is stopped, an IPv6 network counting as one", async () => {
    const spray = (nth: number) =>
      attempt(`orang-${nth}@demo.tuwai.id`, "bukan ini", `2001:db8:0:1::${nth + 1}`);
    const answers = await inTurn(45, spray);
    expect(answers.filter((answer) => reasonOf(answer) === "too-many-attempts").length).toBeGreaterThan(3);
    expect(reasonOf(await attempt("lain@demo.tuwai.id", "bukan ini", "2001:db8:0:2::1"))).toBe(
      "wrong-credentials",
    );
  });

  test("through proving it again with somebody's session is the same guessing", async () => {
    const cookie = await signedIn();
    const app = city();
    const actor = { ...(await actorOf(app, from(office, cookie)))!, lacksSecondFactor: false };
    const outcomes = await inTurn(8, () =>
      stepUp(app, actor, { secret: "bukan ini", headers: from(office, cookie) }).then(
        ({ outcome }) => outcome,
        (error: { code: string }) => error.code,
      ),
    );
    expect(outcomes).toEqual([
      ...Array<string>(5).fill("wrong-password"),
      "rate-limited",
      "rate-limited",
      "rate-limited",
    ]);
  });

  test("leaves no e-mail address and no network address in what counts it", async () => {
    await attempt(email, "bukan ini");
    const [row] = await asOwner(
      "select encode(account, 'escape') || encode(address, 'escape') as text from auth.attempts",
    );
    expect(row!["text"]).not.toMatch(/mgr@|203\.0\.113/);
  });
});

describe("the trail", () => {
  test("tells of signing in and out, refusals and lock-outs, with role and account and without name or address", async () => {
    await inTurn(6, () => attempt("dat@demo.tuwai.id", "bukan ini"));
    await attempt("nobody@demo.tuwai.id", "bukan ini");
    const cookie = await signedIn();
    await signOut(city(), from(office, cookie));
    const rows = await readRows<{ action: string; actorRole: string; objectId: string }>(
      database.app,
      "select action, actor_role, object_id, details from audit.entries where action like 'session.%' order by id",
    );
    expect(rows.map(({ action, actorRole }) => `${action} ${actorRole}`)).toEqual([
      ...Array<string>(4).fill("session.refused PUB"),
      "session.locked PUB",
      "session.refused PUB",
      "session.refused PUB",
      "session.signed-in MGR",
      "session.signed-out MGR",
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/demo\.tuwai\.id|Rina|203\.0\.113/);
  });
});

describe("a session", () => {
  test("leaves no token in the table that could be used", async () => {
    const cookie = await signedIn();
    const [row] = await asOwner(`select "token" from auth."session"`);
    expect(row!["token"]).toMatch(/^sha256:/);
    expect(decodeURIComponent(cookie)).not.toContain(String(row!["token"]).slice("sha256:".length));
    expect(await actorOf(city(), from(office, cookie))).toMatchObject({ role: "MGR" });
  });

  test("is one of three: a fourth ends the oldest", async () => {
    const cookies = await inTurn(4, () => signedIn());
    const actors = await Promise.all(cookies.map((cookie) => actorOf(city(), from(office, cookie))));
    expect(actors.map((actor) => actor !== null)).toEqual([false, true, true, true]);
  });

  test.each([
    ["mgr@demo.tuwai.id", 29, true],
    ["mgr@demo.tuwai.id", 31, false],
    ["opr@demo.tuwai.id", 7 * 60, true],
    ["opr@demo.tuwai.id", 8 * 60 + 1, false],
  ])("of %s that lay unused for %i minutes goes on: %s", async (as, minutes, goesOn) => {
    const cookie = await signedIn(as);
    await asOwner(`update auth."session" set "updatedAt" = now() - interval '${minutes} minutes'`);
    expect((await actorOf(city(), from(office, cookie))) !== null).toBe(goesOn);
    expect(await asOwner(`select 1 from auth."session"`)).toHaveLength(goesOn ? 1 : 0);
  });

  test("of a role that needs a second factor says so until there is one, but not in a demo", async () => {
    const cookie = await signedIn();
    expect(await actorOf(city(), from(office, cookie))).toMatchObject({ lacksSecondFactor: true });
    expect(await actorOf(database.app, from(office, cookie))).not.toHaveProperty("lacksSecondFactor");
  });
});

const cookieIn = (cookies: readonly string[]): string => cookies.map((line) => line.split(";")[0]).join("; ");
const whoIs = (cookie: string) => actorOf(city(), from(office, cookie));
const proving = async (cookie: string) => ({ ...(await whoIs(cookie))!, lacksSecondFactor: false });

describe("whoever proves it again", () => {
  test("goes on under another token, and the old one opens nothing", async () => {
    const cookie = await signedIn();
    const [before] = await asOwner(`select "id", "expiresAt" from auth."session"`);
    const asked = { secret: password, headers: from(office, cookie) };
    const answer = await stepUp(city(), await proving(cookie), asked);
    if (answer.outcome !== "proved") throw new Error(answer.outcome);
    expect(await whoIs(cookie)).toBeNull();
    expect(await whoIs(cookieIn(answer.cookies))).toMatchObject({
      role: "MGR",
      steppedUpAt: expect.any(Date) as Date,
    });
    // The same session, which ends when it would have ended.
    expect(await asOwner(`select "id", "expiresAt" from auth."session"`)).toEqual([before]);
  });

  test("wrongly keeps the session as it was", async () => {
    const cookie = await signedIn();
    const asked = { secret: "bukan ini", headers: from(office, cookie) };
    expect(await stepUp(city(), await proving(cookie), asked)).toEqual({ outcome: "wrong-password" });
    expect(await whoIs(cookie)).toMatchObject({ role: "MGR" });
  });
});

/** Signed in, with an authenticator that has just been set up. */
async function withFactor() {
  const first = await signedIn();
  const headers = from(office, first);
  const setup = (await beginSecondFactor(city(), await proving(first), { password, headers }))!;
  const code = codeFrom(setup.uri, -1);
  const answer = await confirmSecondFactor(city(), await proving(first), { oneTimeCode: code, headers });
  if (answer.outcome !== "confirmed") throw new Error(answer.outcome);
  return { first, cookie: cookieIn(answer.cookies), setup };
}
const signInWith = async (code: string) => {
  const half = await attempt(email, password);
  if (half.outcome !== "second-factor") throw new Error(reasonOf(half));
  return reasonOf(await verifySecondFactor(city(), { code }, from(office, cookieIn(half.cookies))));
};

describe("a second factor", () => {
  test("that is set up gives the session another token", async () => {
    const { first, cookie } = await withFactor();
    expect([await whoIs(first), (await whoIs(cookie))?.role]).toEqual([null, "MGR"]);
  });

  test("is replaced only by who has just shown the old one, with the password", async () => {
    const { cookie } = await withFactor();
    const headers = from(office, cookie);
    const actor = await proving(cookie);
    await expect(beginReplacement(city(), actor, { password, headers })).rejects.toMatchObject({
      code: "step-up-required",
    });
    const proved = { ...actor, steppedUpAt: new Date() };
    expect(await beginReplacement(city(), proved, { password: "bukan ini", headers })).toBeNull();
    await expect(confirmReplacement(city(), actor, { oneTimeCode: "123456", headers })).rejects.toMatchObject(
      {
        code: "step-up-required",
      },
    );
  });

  test("holds until a code of the new one is right, then opens nothing, and every other session ends", async () => {
    const { cookie, setup } = await withFactor();
    const other = await signInWith(setup.backupCodes[0]!);
    expect(other).toBe("signed-in");
    const headers = from(office, cookie);
    const actor = { ...(await proving(cookie)), steppedUpAt: new Date() };
    const begun = (await beginReplacement(city(), actor, { password, headers }))!;
    const confirm = (oneTimeCode: string) => confirmReplacement(city(), actor, { oneTimeCode, headers });
    expect(await confirm("000000")).toEqual({ outcome: "wrong-code" });
    expect(await signInWith(setup.backupCodes[1]!)).toBe("signed-in");
    const done = await confirm(codeFrom(begun.uri));
    if (done.outcome !== "replaced") throw new Error(done.outcome);
    expect([await whoIs(cookie), (await whoIs(cookieIn(done.cookies)))?.role]).toEqual([null, "MGR"]);
    expect(await asOwner(`select 1 from auth."session"`)).toHaveLength(1);
    expect(await signInWith(setup.backupCodes[2]!)).toBe("wrong-code");
    expect(await signInWith(codeFrom(setup.uri, 1))).toBe("wrong-code");
    expect(await signInWith(codeFrom(begun.uri))).toBe("used-code");
    expect(await signInWith(begun.backupCodes[0]!)).toBe("signed-in");
    expect(await signInWith(codeFrom(begun.uri, 1))).toBe("signed-in");
    expect(await confirm(codeFrom(begun.uri, 1)).catch((error: { code: string }) => error.code)).toBe(
      "unauthenticated",
    );
    const trail = await readRows(
      database.app,
      "select actor_role, object_id, details from audit.entries where action = 'session.second-factor.replace'",
    );
    expect(trail).toEqual([{ actorRole: "MGR", objectId: actor.userId, details: { endedSessions: 2 } }]);
  });
});
