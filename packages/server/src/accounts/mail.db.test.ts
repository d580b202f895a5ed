import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor, App } from "#app";
import {
  aSteppedUpActor,
  insertPlaces,
  type MailServer,
  openMailServer,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import {
  acceptInvitation,
  createDemoAccounts,
  decideRequest,
  getAccount,
  inviteAccount,
  listAccountRequests,
  resetAccount,
} from "./index.ts";

const database = testDatabase();
const password = "gulai tunjang dekat pasar";
const given = { email: "yeni@pariaman.id", name: "Yeni", role: "DAT" };
/** As the pages write them. */
const letter = ({ inviteCode }: { readonly inviteCode: string }) => ({
  subject: "Undangan",
  text: `Buka http://localhost/undangan#${inviteCode}`,
});

let server: MailServer;
let received: string[];
let replies: string[];
let app: App;
let admin: Actor;

beforeEach(async () => {
  await insertPlaces(database.app);
  server = await openMailServer();
  ({ received, replies } = server);
  const { mail } = server;
  app = { ...database.app, config: { ...database.app.config, mail } };
  admin = aSteppedUpActor(app, "ADM");
});
afterEach(() => server.close());

async function invite(): Promise<string> {
  const answer = await inviteAccount(app, admin, { ...given, letter });
  expect(answer).toMatchObject({ outcome: "done", code: null, isMailed: true });
  return "accountId" in answer ? answer.accountId : "";
}

const codeIn = (mail: string) => /#([A-Z0-9-]{19})/.exec(mail)?.[1] ?? "";
const accept = (inviteCode: string) => acceptInvitation(app, { inviteCode, password });
const stateOf = async (accountId: string) => (await getAccount(app, admin, { accountId })).mail?.state;
const kept = async () =>
  JSON.stringify(
    await app.db
      .as("app_auth")
      .withSchema("auth")
      .selectFrom("mails" as never)
      .selectAll()
      .execute(),
  );

test("a letter leaves after the commit, once, to the invited alone, and its code opens the account", async () => {
  const accountId = await invite();
  expect(await stateOf(accountId)).toBe("waiting");
  await drainToEmpty(app);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatch(/^To: yeni@pariaman\.id$/m);
  expect(await stateOf(accountId)).toBe("sent");
  expect(await accept(codeIn(received[0]!))).toMatchObject({ outcome: "accepted" });
});

test("what stands in it is sealed while it waits, in no payload, and forgotten once it is sent", async () => {
  await invite();
  const work = JSON.stringify(
    await readRows(app, "select payload from app.work where topic = 'accounts.mail'"),
  );
  expect(work).toMatch(/^\[\{"payload":\{"mailId":"[0-9a-f-]{36}"\}\}\]$/);
  expect(await kept()).not.toMatch(/undangan|pariaman/i);
  await drainToEmpty(app);
  expect(await kept()).toContain('"sealed":null');
});

test("is tried again while the server is busy", async () => {
  replies.push("451 later", "451 later");
  const accountId = await invite();
  await drainToEmpty(app);
  expect([received.length, await stateOf(accountId)]).toEqual([1, "sent"]);
});

test("refused for good is told at the account and in the trail, names nobody there, and paper still works", async () => {
  replies.push("550 no such person");
  const accountId = await invite();
  await drainToEmpty(app);
  expect([received.length, await stateOf(accountId)]).toEqual([0, "failed"]);
  const trail = await readRows(app, "select details from audit.entries where action = 'account.mail'");
  expect(trail).toEqual([{ details: { mail: "failed" } }]);
  expect(await kept()).toContain('"sealed":null');
  const again = await resetAccount(app, admin, { accountId });
  if (again.outcome !== "done" || again.code === null) throw new Error(JSON.stringify(again));
  expect(await accept(again.code.inviteCode)).toMatchObject({ outcome: "accepted" });
});

test("a server that never takes it is given up after its attempts", async () => {
  replies.push(...Array<string>(20).fill("451 later"));
  const accountId = await invite();
  await drainToEmpty(app);
  expect([received.length, await stateOf(accountId)]).toEqual([0, "failed"]);
});

test("is dropped when its code was replaced meanwhile, and never sent for a lost phone or without a mail server", async () => {
  const accountId = await invite();
  expect(await resetAccount(app, admin, { accountId, dropsSecondFactor: true, letter })).toMatchObject({
    code: { inviteCode: expect.any(String) as string },
  });
  await drainToEmpty(app);
  expect(received).toEqual([]);
  expect(await resetAccount(database.app, admin, { accountId, letter })).toMatchObject({
    code: { inviteCode: expect.any(String) as string },
  });
});

test("what a second person agrees to goes by e-mail too when that one wishes it, and nobody sees the code", async () => {
  await createDemoAccounts(app, [{ email: "adm1@pariaman.id", name: "Satu", role: "ADM" }], password);
  const [two] = await createDemoAccounts(
    app,
    [{ email: "adm2@pariaman.id", name: "Dua", role: "ADM" }],
    password,
  );
  const second = { ...admin, userId: two! };
  const finance = { email: "fin@pariaman.id", name: "Dewi", role: "FIN" };
  expect(await inviteAccount(app, admin, { ...finance, letter })).toMatchObject({ outcome: "waits" });
  await drainToEmpty(app);
  expect(received).toEqual([]);
  const [request] = await listAccountRequests(app, second);
  expect(request).toMatchObject({ givesCode: true });
  const decided = await decideRequest(app, second, {
    requestId: request!.requestId,
    verdict: "approve",
    letter,
  });
  expect(decided).toMatchObject({ outcome: "done", code: null, isMailed: true });
  await drainToEmpty(app);
  expect(received[0]).toMatch(/^To: fin@pariaman\.id$/m);
  expect(await accept(codeIn(received[0]!))).toMatchObject({ outcome: "accepted" });
  const trail = await readRows(
    app,
    "select details->'mailed' as mailed from audit.entries where action = 'account.request.decide'",
  );
  expect(trail).toEqual([{ mailed: true }]);
});
