import { month } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { getMyPledge, signPledge, stopPledge } from "#sponsors";
import {
  aCivilServant,
  anActor,
  aSteppedUpActor,
  insertPlaces,
  openCity,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import { listTasks } from "#tasks";
import { drainToEmpty } from "#work";
import {
  decideReceiving,
  getMyMandate,
  getReceivingAccounts,
  keepOwnAccount,
  printMandate,
  proposeReceivingAccount,
} from "./index.ts";

const city = testDatabase();
const nip = "197001011995032001";
let sponsor: Actor;

beforeEach(async () => {
  const { app } = city;
  await insertPlaces(app);
  await openCity(app);
  sponsor = await aCivilServant(app);
  const sealed = app.keys.seal(nip, { table: "source_records", column: "nip", rowId: sponsor.scope! });
  await readRows(
    app,
    `update app.source_records set attributes = attributes || jsonb_build_object('nipSealed', '${sealed.toString("base64")}') where id = '${sponsor.scope}'`,
  );
  await sign();
});

const operationId = () => city.app.newId();
const sign = () =>
  signPledge(city.app, sponsor, {
    operationId: operationId(),
    capRupiah: 20_000,
    workerCount: 1,
    fromMonth: month("2026-12"),
    channel: "own-transfer",
    wishes: {},
    consentTextVersion: "ikrar-1",
  });
const account = { holder: "BPJS Ketenagakerjaan", bank: "Bank Nagari", number: "2100 0210 0099" };
const propose = (as: Actor, typed = account) =>
  proposeReceivingAccount(city.app, as, { operationId: operationId(), account: typed });
const decide = (as: Actor, receivingAccountId: string, verdict: "approve" | "refuse" = "approve") =>
  decideReceiving(city.app, as, { operationId: operationId(), receivingAccountId, verdict });
const keep = (as: Actor, bank: string, number: string) =>
  keepOwnAccount(city.app, as, { operationId: operationId(), bank, number });
const print = async () => Buffer.from((await printMandate(city.app, sponsor)).bytes);

describe("the paper of a mandate", () => {
  test("names giver, NIP, amounts in figures and words, and is the same file however often it is printed", async () => {
    const mandate = await getMyMandate(city.app, sponsor);
    expect(mandate).toMatchObject({
      isActive: true,
      accountEnds: null,
      letter: { name: "Rosmaniar, S.Pd", nip, cap: "Rp20.000 (dua puluh ribu rupiah)", receiver: null },
    });
    const first = await print();
    expect(first.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await print()).equals(first)).toBe(true);
  });

  test("keeps the sponsor's own account sealed, shows its last digits, and puts the number on paper alone", async () => {
    const before = await print();
    expect(await keep(sponsor, " Bank  Nagari ", "0021-0210 123456")).toEqual({ outcome: "kept" });
    const shown = await getMyMandate(city.app, sponsor);
    expect(shown).toMatchObject({ accountEnds: "456", letter: { bank: "Bank Nagari", account: null } });
    expect((await print()).equals(before)).toBe(false);
    const rows = await readRows(city.app, "select a::text as row from app.mandate_accounts a");
    const kept = JSON.stringify([
      ...rows,
      ...(await readRows(city.app, "select details from audit.entries")),
    ]);
    expect(kept).not.toMatch(/210123456|Nagari/);
  });

  test("takes no account that cannot be one, and forgets it when asked", async () => {
    expect(await keep(sponsor, "7", "12")).toEqual({ outcome: "refused", wrong: ["bank", "number"] });
    await keep(sponsor, "Bank Nagari", "00210210123456");
    expect(await keep(sponsor, "", "")).toEqual({ outcome: "forgotten" });
    expect(await getMyMandate(city.app, sponsor)).toMatchObject({ accountEnds: null });
  });

  test("says that it is revoked after a stop, and the account is deleted", async () => {
    await keep(sponsor, "Bank Nagari", "00210210123456");
    const { pledge } = await getMyPledge(city.app, sponsor);
    await stopPledge(city.app, sponsor, {
      operationId: operationId(),
      pledgeId: pledge!.id,
      version: pledge!.version,
    });
    await drainToEmpty(city.app);
    expect(await getMyMandate(city.app, sponsor)).toMatchObject({
      isActive: false,
      accountEnds: null,
      letter: { stopped: "Desember 2026" },
    });
    await expect(keep(sponsor, "Bank Nagari", "00210210123456")).rejects.toMatchObject({ code: "not-found" });
  });

  test("is nobody else's: another sponsor sees none, and no other login reads the account even by hand", async () => {
    await keep(sponsor, "Bank Nagari", "00210210123456");
    const other = await aCivilServant(city.app);
    expect(await getMyMandate(city.app, other)).toBeNull();
    await expect(printMandate(city.app, other)).rejects.toMatchObject({ code: "not-found" });
    const all = "select pledge_id from app.mandate_accounts";
    expect(await readRowsAs(city.app, other, all)).toEqual([]);
    for (const role of ["MGR", "FIN", "AUD"] as const)
      await expect(readRowsAs(city.app, anActor(city.app, role), all)).rejects.toMatchObject({
        code: "42501",
      });
  });
});

describe("the account that contributions go to", () => {
  test("holds when a second person of finance has approved it, and stands on the next paper", async () => {
    const [first, second] = [aSteppedUpActor(city.app, "FIN"), aSteppedUpActor(city.app, "FIN")];
    const waits = async (as: Actor) => (await listTasks(city.app, as)).map(({ code }) => code);
    expect(await waits(first)).toContain("name-receiving-account");
    const proposed = await propose(first);
    expect(await waits(first)).not.toContain("decide-receiving-account");
    expect(await waits(second)).toContain("decide-receiving-account");
    if (proposed.outcome !== "proposed") throw new Error(proposed.outcome);
    expect((await getMyMandate(city.app, sponsor))?.letter.receiver).toBeNull();
    await expect(decide(first, proposed.accountId)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(second, proposed.accountId)).toEqual({ outcome: "approved" });
    const receiver = { holder: "BPJS Ketenagakerjaan", bank: "Bank Nagari", number: "210002100099" };
    expect((await getMyMandate(city.app, sponsor))?.letter.receiver).toEqual(receiver);
  });

  test("changes only by another that is approved; one proposal waits at a time and may be taken back", async () => {
    const [first, second] = [aSteppedUpActor(city.app, "FIN"), aSteppedUpActor(city.app, "FIN")];
    const one = await propose(first);
    if (one.outcome !== "proposed") throw new Error(one.outcome);
    await decide(second, one.accountId);
    const two = await propose(second, { ...account, number: "99990000111" });
    if (two.outcome !== "proposed") throw new Error(two.outcome);
    expect(await propose(first)).toEqual({ outcome: "another-waits" });
    expect((await getMyMandate(city.app, sponsor))?.letter.receiver?.number).toBe("210002100099");
    expect(await decide(second, two.accountId, "refuse")).toEqual({ outcome: "refused" });
    await expect(decide(first, two.accountId)).rejects.toMatchObject({ code: "conflict" });
    const shown = await getReceivingAccounts(city.app, anActor(city.app, "MGR"));
    expect(shown.map(({ decision }) => decision)).toEqual(["refused", "approved"]);
  });

  test("is refused with every part that cannot be right, and proposed by finance alone", async () => {
    const finance = aSteppedUpActor(city.app, "FIN");
    expect(await propose(finance, { holder: "", bank: "", number: "1" })).toEqual({
      outcome: "refused",
      wrong: ["holder", "bank", "number"],
    });
    await expect(propose(anActor(city.app, "MGR"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
