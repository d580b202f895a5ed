import { Client } from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, type App, publicActor } from "#app";
import { listTasks } from "#tasks";
import {
  aCivilServant,
  anActor,
  insertPlaces,
  openCity,
  places,
  readRows,
  readRowsAs,
  testDatabase,
} from "#testing";
import {
  applyAlmsReceipts,
  approveAlmsRound,
  bookAlmsCost,
  changeCampaign,
  checkAlmsReceipt,
  getAlmsDesk,
  getAlmsReport,
  getAlmsRound,
  getMyAlms,
  getPublicAlms,
  lockAlmsRound,
  makeOwnAlmsPledge,
  openCampaign,
  payAlmsRound,
  planAlmsRound,
  planFollowUpRound,
  previewAlmsReceipts,
  printAlmsReceipt,
  proveAlmsRound,
  sendAlmsPledge,
  stopOwnAlmsPledge,
  tellAlmsHandover,
  trackAlmsPledge,
  unlockAlmsRound,
  verifyAlms,
  withdrawAlmsReceipt,
} from "./index.ts";
import { aCampaign, openedCampaign, received, withChildren } from "./testing-alms.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
const nobody = () => publicActor("13.77");
let charity: Actor;
let other: Actor;
let finance: Actor;
let campaignId: string;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  await city.setNow("2026-12-01T03:00:00Z");
  charity = anActor(city.app, "CHR");
  other = anActor(city.app, "CHR");
  finance = anActor(city.app, "FIN");
  campaignId = await openedCampaign(city.app, charity);
});

const fund = async () => (await getAlmsDesk(city.app, charity, {})).fund;
const given = (rupiah: number, more = {}) =>
  received(city.app, charity, campaignId, { amount: String(rupiah), ...more });
const contributions = () => readRows(city.app, "select * from app.ledger_entries");

async function planned(app: App, perChild = "75.000") {
  const plan = { campaignId, title: "Menjelang Idul Fitri", perChild, plannedOn: "2026-12-05" };
  const answer = await planAlmsRound(app, charity, { ...op(), ...plan });
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
  return { ...op(), almsRoundCode: answer.almsRoundCode };
}

async function locked(app: App, children: number, perChild?: string) {
  const round = await planned(app, perChild);
  const total = children * Number((perChild ?? "75.000").replaceAll(".", ""));
  expect(await lockAlmsRound(app, charity, { ...round, ...op(), seen: { children, total } })).toEqual({
    outcome: "moved",
  });
  return round;
}

async function paid(app: App, children: number, perChild?: string) {
  const round = await locked(app, children, perChild);
  expect(await approveAlmsRound(app, finance, { ...round, ...op() })).toEqual({ outcome: "moved" });
  expect(await payAlmsRound(app, finance, { ...round, ...op(), paidOn: "2026-12-01" })).toEqual({
    outcome: "moved",
  });
  return round;
}

const hand = { result: "handed", on: "2026-12-01", receiver: "surviving-parent", note: "", proofHash: "" };

describe("the fund of a campaign", () => {
  test("of 800 donors of 5,000 pays 51 children 75,000 each and keeps 175,000; contributions stand untouched", async () => {
    const before = await contributions();
    const text = ["tanggal;jumlah;cara;rujukan;kode;nama"]
      .concat(Array.from({ length: 800 }, (_, at) => `2026-11-20;5.000;payroll;TPP-${at};;`))
      .join("\n");
    const list = { campaignCode: aCampaign.campaignCode, text };
    expect(await previewAlmsReceipts(city.app, charity, list)).toMatchObject({
      accepted: 800,
      rupiah: 4_000_000,
    });
    expect(await fund()).toBe(0);
    await applyAlmsReceipts(city.app, charity, { ...op(), ...list });
    expect(await applyAlmsReceipts(city.app, charity, { ...op(), ...list })).toMatchObject({ accepted: 0 });
    expect(await fund()).toBe(4_000_000);
    const app = withChildren(city.app, 51, places.naras.code);
    const round = await paid(app, 51);
    expect(await fund()).toBe(175_000);
    expect(await getAlmsReport(city.app, nobody(), { month: "2026-12" })).toMatchObject({
      total: { opening: 4_000_000, received: 0, distributed: 3_825_000, costs: 0, left: 175_000 },
      rounds: [{ children: 51, perChild: 75_000, rupiah: 3_825_000, isProven: false }],
    });
    expect((await getAlmsRound(app, finance, round)).list).toHaveLength(51);
    expect(await verifyAlms(city.app)).toMatchObject({ ok: true, entries: 802 });
    expect(await contributions()).toEqual(before);
  });

  test("refuses a round it does not hold, and one whose list is another than was looked at", async () => {
    await given(74_999);
    const app = withChildren(city.app, 1, places.naras.code);
    const round = await planned(app);
    const seen = { children: 1, total: 75_000 };
    expect(await lockAlmsRound(app, charity, { ...round, ...op(), seen })).toMatchObject({
      reasons: ["not-in-fund"],
    });
    await given(5_000);
    const stale = { children: 2, total: 150_000 };
    expect(await lockAlmsRound(app, charity, { ...round, ...op(), seen: stale })).toMatchObject({
      reasons: ["list-changed"],
    });
    expect(await lockAlmsRound(app, charity, { ...round, ...op(), seen })).toEqual({ outcome: "moved" });
  });

  test("promises no rupiah twice: what one round set aside another cannot have", async () => {
    await given(100_000);
    const app = withChildren(city.app, 1, places.naras.code);
    const [first, second] = [await locked(app, 1), await locked(app, 1)];
    expect(await approveAlmsRound(app, finance, { ...first, ...op() })).toEqual({ outcome: "moved" });
    expect(await approveAlmsRound(app, finance, { ...second, ...op() })).toMatchObject({
      reasons: ["not-in-fund"],
    });
  });

  test("pays costs up to a tenth of what came in; above it rule and database refuse", async () => {
    await given(100_000);
    expect(await cost("10.001")).toMatchObject({ outcome: "refused", reasons: ["above-cap"], room: 10_000 });
    expect(await cost("10.000")).toEqual({ outcome: "booked", room: 0 });
    expect(await cost("1.000")).toMatchObject({ reasons: ["above-cap"] });
    await expect(
      written("cost", "{sedekah-dana:yatim-2026,sedekah-kas:yatim-2026}", 1_000),
    ).rejects.toMatchObject({
      constraint: "alms_cost_cap",
    });
  });
});

const cost = (amount: string) =>
  bookAlmsCost(city.app, finance, {
    ...op(),
    campaignId,
    amount,
    on: "2026-12-01",
    why: "cetak kuitansi",
  });

/** An entry that no use case makes, written past them with the login of finance. */
const written = (kind: string, accounts: string, amount: number) =>
  readRowsAs(
    city.app,
    finance,
    `insert into app.alms_entries (region_code, seq, id, kind, campaign_id, value_date, posted_at, posted_by, natural_key, reason, accounts, amounts,
       format, previous_hash, hash)
     values ('13.77', 1, gen_random_uuid(), '${kind}', '${campaignId}', '2026-12-01', app.now(), app.actor_id(), 'x|${kind}|${accounts}', 'uji',
       '${accounts}', '{${amount},-${amount}}', 1, '', '')`,
  );

describe("alms and contributions", () => {
  test("never stand in one another's books, whoever writes", async () => {
    const mixed = [
      "{1100:nagari,sedekah-dana:yatim-2026}",
      "{sedekah-kas:yatim-2026,2400}",
      "{1100:nagari,2400}",
      "{sedekah-kas:kampanye-lain,sedekah-dana:kampanye-lain}",
    ];
    for (const accounts of mixed)
      await expect(written("receive", accounts, 5_000)).rejects.toMatchObject({ code: "23514" });
    await expect(
      readRowsAs(
        city.app,
        finance,
        `insert into app.ledger_entries select * from app.number_entries('13.77', app.actor_id(), 'contributions', jsonb_build_array(jsonb_build_object(
          'id', gen_random_uuid(), 'kind', 'receive', 'valueDate', '2026-12-01', 'naturalKey', 'x', 'accounts', array['1100:nagari',
          'sedekah-dana:yatim-2026'], 'amounts', array[5000, -5000])))`,
      ),
    ).rejects.toMatchObject({ code: "23514" });
  });

  test("keep nothing in the clearing account when a transaction ends", async () => {
    const accounts = "{sedekah-titipan:yatim-2026,sedekah-dana:yatim-2026}";
    await expect(written("take-over", accounts, 5_000)).rejects.toMatchObject({
      constraint: "alms_clearing",
    });
  });

  test("a row of alms that was changed is told by the check of the books", async () => {
    await given(5_000);
    const owner = new Client(city.url);
    await owner.connect();
    await owner.query("update app.alms_entries set amounts = '{6000,-6000}'").finally(() => owner.end());
    expect(await verifyAlms(city.app)).toMatchObject({ ok: false, firstFault: { seq: 1, kind: "broken" } });
  });
});

describe("a round of distribution", () => {
  beforeEach(async () => {
    await given(1_000_000);
  });

  test("is not approved by whoever locked it, by rule and by database", async () => {
    const app = withChildren(city.app, 2, places.naras.code);
    const round = await locked(app, 2);
    expect(await approveAlmsRound(app, charity, { ...round, ...op() })).toEqual({
      outcome: "refused",
      reasons: ["same-person"],
    });
    const itself =
      "update app.alms_rounds set state = 'approved', approved_by = app.actor_id(), approved_at = app.now()";
    await expect(readRowsAs(city.app, charity, itself)).rejects.toMatchObject({ code: "23514" });
    await expect(
      readRowsAs(city.app, other, `${itself}, children = 1, total_rupiah = 75000`),
    ).rejects.toMatchObject({ constraint: "alms_round_order" });
    expect(await approveAlmsRound(app, other, { ...round, ...op() })).toEqual({ outcome: "moved" });
  });

  test("can be taken back until the second person has agreed, and keeps its list of the last lock alone", async () => {
    const app = withChildren(city.app, 2, places.naras.code);
    const round = await locked(app, 2);
    expect(await unlockAlmsRound(app, charity, { ...round, ...op() })).toEqual({ outcome: "moved" });
    const three = withChildren(city.app, 3, places.naras.code);
    expect((await getAlmsRound(three, charity, round)).preview).toMatchObject({
      heldBack: { withoutGuardian: 2, notVerified: 1 },
      answer: { plan: { total: 225_000, left: 775_000, withSiblings: 2 } },
    });
    const seen = { children: 3, total: 225_000 };
    await lockAlmsRound(three, charity, { ...round, ...op(), seen });
    expect((await getAlmsRound(three, charity, round)).list).toHaveLength(3);
    await approveAlmsRound(three, finance, { ...round, ...op() });
    expect(await unlockAlmsRound(app, charity, { ...round, ...op() })).toMatchObject({
      reasons: ["changed-meanwhile"],
    });
  });

  test("is proven when every child is told of; what did not arrive is in the fund again and goes once into a round of its own", async () => {
    const app = withChildren(city.app, 3, places.naras.code);
    const round = await paid(app, 3);
    const [one, two, three] = (await getAlmsRound(app, charity, round)).list.map(({ childId }) => childId);
    const tell = (childIds: readonly string[], more: object = {}) =>
      tellAlmsHandover(app, charity, { ...round, ...op(), ...hand, childIds, ...more });
    expect(await tell([one!], { receiver: "" })).toMatchObject({ reasons: ["without-receiver"] });
    expect(await tell([one!, two!])).toEqual({ outcome: "told", children: 2 });
    expect(await proveAlmsRound(app, finance, { ...round, ...op() })).toMatchObject({
      reasons: ["not-all-told"],
    });
    expect(await tell([three!], { result: "not-handed", note: "rumah kosong" })).toEqual({
      outcome: "told",
      children: 1,
    });
    expect(await proveAlmsRound(app, finance, { ...round, ...op() })).toEqual({ outcome: "moved" });
    expect(await fund()).toBe(850_000);
    const sealed = await readRows<{ note: Buffer }>(
      city.app,
      "select note_sealed as note from app.alms_round_children where note_sealed is not null",
    );
    expect(sealed[0]!.note.toString("utf8")).not.toContain("kosong");
    const again = () => planFollowUpRound(app, charity, { ...round, ...op(), plannedOn: "2026-12-09" });
    const followUp = await again();
    if (followUp.outcome === "refused") throw new Error(JSON.stringify(followUp));
    expect(await again()).toMatchObject({ reasons: ["followed-before"] });
    const shown = await getAlmsRound(app, charity, followUp);
    expect(shown).toMatchObject({
      sourceCode: round.almsRoundCode,
      preview: { answer: { plan: { total: 75_000 } } },
    });
    const december = await getAlmsReport(city.app, nobody(), { month: "2026-12" });
    expect(december).toMatchObject({
      total: { distributed: 150_000 },
      rounds: [{ children: "few", perChild: null }],
    });
  });

  test("is a task for whoever did not lock it, and again when its proof is a week late", async () => {
    const app = withChildren(city.app, 1, places.naras.code);
    const waits = async (actor: Actor) => (await listTasks(city.app, actor)).map(({ code }) => code);
    const round = await locked(app, 1);
    expect(await waits(charity)).not.toContain("approve-alms-round");
    expect(await waits(finance)).toContain("approve-alms-round");
    await approveAlmsRound(app, finance, { ...round, ...op() });
    await payAlmsRound(app, finance, { ...round, ...op(), paidOn: "2026-12-01" });
    await city.setNow("2026-12-08T03:00:00Z");
    expect(await waits(charity)).not.toContain("prove-alms-round");
    await city.setNow("2026-12-09T03:00:00Z");
    expect(await waits(charity)).toContain("prove-alms-round");
    expect(await waits(charity)).not.toContain("renew-alms-permit");
    await city.setNow("2027-01-02T03:00:00Z");
    expect(await waits(charity)).toContain("renew-alms-permit");
  });
});

describe("a receipt", () => {
  test("has the next number without a gap, also from two windows at once, and one gift has one", async () => {
    await Promise.all([
      given(5_000, { reference: "a" }),
      given(5_000, { reference: "b" }),
      given(5_000, { reference: "c" }),
    ]);
    await expect(given(5_000, { reference: "a" })).rejects.toThrow("entered-before");
    const rows = await readRows<{ number: number }>(
      city.app,
      "select number from app.alms_receipts order by number",
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("is an original once, then a copy, and withdrawn where the gift is taken back; its page names nobody", async () => {
    const { receiptId } = await given(50_000, { donorName: "Rosmaniar" });
    const print = (operationId: string) => printAlmsReceipt(city.app, charity, { operationId, receiptId });
    const first = op().operationId;
    expect(await print(first)).toMatchObject({ isCopy: false, fileName: "kuitansi-KS-2026-0001.pdf" });
    expect(await print(first)).toMatchObject({ isCopy: false });
    expect(await print(op().operationId)).toMatchObject({ isCopy: true });
    const [row] = await readRows<{ code: string }>(city.app, "select code from app.alms_receipts");
    const check = () => checkAlmsReceipt(city.app, nobody(), { receiptCode: row!.code });
    expect(await check()).toMatchObject({ rupiah: 50_000, withdrawnAt: null });
    expect(JSON.stringify(await check())).not.toContain("Rosmaniar");
    const withdraw = (why: string) => withdrawAlmsReceipt(city.app, finance, { ...op(), receiptId, why });
    expect(await withdraw("")).toMatchObject({ reasons: ["without-reason"] });
    expect(await withdraw("bounced")).toEqual({ outcome: "withdrawn" });
    expect(await withdraw("bounced")).toMatchObject({ reasons: ["withdrawn-before"] });
    expect(await check()).toMatchObject({ withdrawnWhy: "bounced" });
    expect(await fund()).toBe(0);
    expect(await verifyAlms(city.app)).toMatchObject({ ok: true, entries: 2 });
  });

  test("is not withdrawn once its money has gone to children", async () => {
    const { receiptId } = await given(75_000);
    await paid(withChildren(city.app, 1, places.naras.code), 1);
    const answer = await withdrawAlmsReceipt(city.app, finance, { ...op(), receiptId, why: "bounced" });
    expect(answer).toMatchObject({ reasons: ["not-in-fund"] });
  });

  test("of a list is refused line by line with its reasons, and the name of a donor lies sealed", async () => {
    const text =
      "tanggal,jumlah,cara,rujukan,kode,nama\n2026-11-20,5000,transfer,a,,Rosmaniar\n2026-10-01,5000,transfer,b,,\nkemarin,lima,x,c,ZZZ,\n2026-11-20,5000,transfer,a,,";
    const list = { campaignCode: aCampaign.campaignCode, text };
    expect(await applyAlmsReceipts(city.app, charity, { ...op(), ...list })).toMatchObject({
      read: 4,
      accepted: 1,
      rupiah: 5_000,
      refused: [
        { line: 3, reasons: ["not-yet-permitted"] },
        { line: 4, reasons: ["bad-amount", "bad-day", "bad-channel", "no-pledge"] },
        { line: 5, reasons: ["entered-before"] },
      ],
    });
    const [row] = await readRows<{ donor: Buffer }>(
      city.app,
      "select donor_sealed as donor from app.alms_receipts",
    );
    expect(row!.donor.toString("utf8")).not.toContain("Rosmaniar");
    expect((await getAlmsDesk(city.app, charity, {})).receipts.rows[0]).toMatchObject({ donor: "Rosmaniar" });
    const other = previewAlmsReceipts(city.app, charity, { ...list, text: "a,b\n1,2" });
    await expect(other).rejects.toMatchObject({ code: "invalid-input" });
  });
});

describe("a campaign", () => {
  test("names a holder that is not the city, and a foundation its permit; outside its days nothing is taken", async () => {
    const open = (more: object) =>
      openCampaign(city.app, charity, { ...op(), ...aCampaign, campaignCode: "lain-2026", ...more });
    expect(await open({ holderKind: "city" })).toMatchObject({ reasons: ["without-holder"] });
    expect(await open({ permitNumber: "" })).toMatchObject({ reasons: ["permit-missing"] });
    expect(await open({ campaignCode: aCampaign.campaignCode })).toMatchObject({ reasons: ["same-code"] });
    await expect(given(5_000, { receivedOn: "2026-10-31" })).rejects.toThrow("not-yet-permitted");
    await expect(
      readRowsAs(city.app, charity, "update app.alms_campaigns set holder_kind = 'city'"),
    ).rejects.toMatchObject({ code: "23514" });
    expect(
      await changeCampaign(city.app, charity, {
        ...op(),
        ...aCampaign,
        campaignId,
        version: 1,
        isClosed: true,
      }),
    ).toMatchObject({ outcome: "kept" });
    await expect(given(5_000)).rejects.toThrow("no-campaign");
    await expect(
      written("receive", "{sedekah-kas:yatim-2026,sedekah-dana:yatim-2026}", 5_000),
    ).rejects.toMatchObject({
      constraint: "alms_permit",
    });
  });
});

describe("a pledge", () => {
  const typed = { amount: "20.000", channel: "qris", rhythm: "once", donorName: "" };

  test("of somebody without an account is a code and no money; what arrives with the code is shown by it", async () => {
    const answer = await sendAlmsPledge(city.app, nobody(), { ...op(), ...typed, campaignId });
    if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
    expect(await fund()).toBe(0);
    const track = () => trackAlmsPledge(city.app, nobody(), answer);
    expect(await track()).toMatchObject({ amount: 20_000, arrived: [] });
    await given(20_000, { pledgeCode: answer.almsPledgeCode });
    expect(await track()).toMatchObject({ arrived: [{ rupiah: 20_000 }] });
    expect(await trackAlmsPledge(city.app, nobody(), { almsPledgeCode: "777777777777" })).toBeNull();
    expect(
      await sendAlmsPledge(city.app, nobody(), { ...op(), ...typed, campaignId, channel: "payroll" }),
    ).toMatchObject({
      reasons: ["bad-channel"],
    });
  });

  test("of a civil servant is its own: another neither sees nor stops it, and thanks name no child", async () => {
    const [sponsor, stranger] = [await aCivilServant(city.app), await aCivilServant(city.app)];
    const answer = await makeOwnAlmsPledge(city.app, sponsor, {
      ...op(),
      ...typed,
      campaignId,
      channel: "payroll",
      rhythm: "monthly",
    });
    if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
    await given(75_000, { pledgeCode: answer.almsPledgeCode });
    const app = withChildren(city.app, 1, places.naras.code);
    const round = await paid(app, 1);
    const childIds = (await getAlmsRound(app, charity, round)).list.map(({ childId }) => childId);
    await tellAlmsHandover(app, charity, { ...round, ...op(), ...hand, childIds });
    await proveAlmsRound(app, finance, { ...round, ...op() });
    expect(await getMyAlms(city.app, sponsor)).toMatchObject({
      pledges: [{ amountRupiah: 20_000, stoppedAt: null }],
      receipts: [{ rupiah: 75_000 }],
      thanks: [{ children: "few" }],
    });
    expect(await getMyAlms(city.app, stranger)).toMatchObject({ pledges: [], receipts: [], thanks: [] });
    const stop = (actor: Actor) => stopOwnAlmsPledge(city.app, actor, { ...op(), ...answer });
    await expect(stop(stranger)).rejects.toMatchObject({ code: "not-found" });
    expect(await stop(sponsor)).toEqual({ outcome: "stopped" });
    expect(await trackAlmsPledge(city.app, nobody(), answer)).toBeNull();
  });
});

test("the public page shows holder, permit and sums, and neither the public nor a village reads a row", async () => {
  await given(5_000, { donorName: "Rosmaniar" });
  const shown = await getPublicAlms(city.app, nobody());
  expect(shown).toMatchObject({
    campaigns: [{ holderName: aCampaign.holderName, isCollecting: true }],
    sums: { opening: 5_000, received: 0, left: 5_000 },
    months: ["2026-11"],
  });
  expect(JSON.stringify(shown)).not.toContain("Rosmaniar");
  const operator = anActor(city.app, "OPR", places.naras.code);
  for (const actor of [nobody(), operator])
    await expect(readRowsAs(city.app, actor, "select * from app.alms_receipts")).rejects.toMatchObject({
      code: "42501",
    });
});
