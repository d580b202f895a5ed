import * as fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { type Actor, type App } from "#app";
import { anActor, insertPlaces, openCity, places, readRows, testDatabase } from "#testing";
import {
  approveAlmsRound,
  bookAlmsCost,
  getAlmsDesk,
  getAlmsReport,
  getAlmsRound,
  lockAlmsRound,
  payAlmsRound,
  planAlmsRound,
  proveAlmsRound,
  recordAlmsReceipt,
  tellAlmsHandover,
  verifyAlms,
  withdrawAlmsReceipt,
} from "./index.ts";
import { aReceipt, openedCampaign, withChildren } from "./testing-alms.ts";

const city = testDatabase();
const op = () => ({ operationId: city.app.newId() });
let charity: Actor;
let finance: Actor;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  await city.setNow("2026-12-01T03:00:00Z");
  charity = anActor(city.app, "CHR");
  finance = anActor(city.app, "FIN");
});

const step = fc.oneof(
  fc.record({ kind: fc.constant("receive" as const), amount: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant("withdraw" as const), which: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant("cost" as const), amount: fc.integer({ min: 1, max: 30 }) }),
  fc.record({
    kind: fc.constant("round" as const),
    children: fc.integer({ min: 1, max: 4 }),
    perChild: fc.integer({ min: 1, max: 60 }),
    reached: fc.nat({ max: 4 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the fund must hold by a model of a few lines; a refusal changes nothing. */
type Model = { fund: number; readonly receipts: { id: string; rupiah: number }[] };

async function take(one: Step, campaignId: string, model: Model): Promise<void> {
  if (one.kind === "receive") await receive(one.amount * 1_000, campaignId, model);
  if (one.kind === "withdraw") await takeBack(one.which, model);
  if (one.kind === "cost") await spend(one.amount * 1_000, campaignId, model);
  if (one.kind === "round") await distribute(one, campaignId, model);
}

async function receive(rupiah: number, campaignId: string, model: Model) {
  const typed = { ...op(), ...aReceipt, campaignId, amount: String(rupiah), receivedOn: "2026-12-01" };
  const answer = await recordAlmsReceipt(city.app, charity, typed);
  if (answer.outcome === "refused") throw new Error(JSON.stringify(answer));
  model.receipts.push({ id: answer.receiptId, rupiah });
  model.fund += rupiah;
}

async function takeBack(which: number, model: Model) {
  const receipt = model.receipts[which];
  if (receipt === undefined) return;
  const answer = await withdrawAlmsReceipt(city.app, finance, {
    ...op(),
    receiptId: receipt.id,
    why: "bounced",
  });
  if (answer.outcome === "refused") return;
  model.receipts.splice(which, 1);
  model.fund -= receipt.rupiah;
}

async function spend(rupiah: number, campaignId: string, model: Model) {
  const cost = { ...op(), campaignId, amount: String(rupiah), on: "2026-12-01", why: "uji" };
  if ((await bookAlmsCost(city.app, charity, cost)).outcome === "booked") model.fund -= rupiah;
}

async function distribute(one: Extract<Step, { kind: "round" }>, campaignId: string, model: Model) {
  const app: App = withChildren(city.app, one.children, places.naras.code);
  const perChild = one.perChild * 1_000;
  const plan = { campaignId, title: "uji", perChild: String(perChild), plannedOn: "2026-12-01" };
  const planned = await planAlmsRound(app, charity, { ...op(), ...plan });
  if (planned.outcome === "refused") throw new Error(JSON.stringify(planned));
  const of = () => ({ ...op(), almsRoundCode: planned.almsRoundCode });
  const total = perChild * one.children;
  const locked = await lockAlmsRound(app, charity, { ...of(), seen: { children: one.children, total } });
  expect(locked.outcome).toBe(total > model.fund ? "refused" : "moved");
  if (locked.outcome === "refused") return;
  await approveAlmsRound(app, finance, of());
  await payAlmsRound(app, finance, { ...of(), paidOn: "2026-12-01" });
  const ids = (await getAlmsRound(app, charity, of())).list.map(({ childId }) => childId);
  const hand = { on: "2026-12-01", receiver: "relative", note: "", proofHash: "" };
  const tell = (childIds: readonly string[], result: string) =>
    childIds.length === 0 ? null : tellAlmsHandover(app, charity, { ...of(), ...hand, childIds, result });
  await tell(ids.slice(0, one.reached), "handed");
  await tell(ids.slice(one.reached), "not-handed");
  expect(await proveAlmsRound(app, charity, of())).toEqual({ outcome: "moved" });
  model.fund -= perChild * Math.min(one.reached, one.children);
}

test("for any gifts, withdrawals, costs and rounds the books balance, no account falls below zero, and contributions stand untouched", async () => {
  let campaigns = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const campaignCode = `kampanye-${++campaigns}`;
      const campaignId = await openedCampaign(city.app, charity, { campaignCode });
      const model: Model = { fund: 0, receipts: [] };
      for (const one of steps) {
        await take(one, campaignId, model);
        expect((await getAlmsDesk(city.app, charity, { campaignCode })).fund).toBe(model.fund);
      }
      const report = await getAlmsReport(city.app, charity, { month: "2026-12" });
      const sums = report.campaigns.find(({ campaign }) => campaign.code === campaignCode)?.sums.left ?? 0;
      expect(sums).toBe(model.fund);
      expect(model.fund).toBeGreaterThanOrEqual(0);
      expect(await verifyAlms(city.app)).toMatchObject({ ok: true });
    }),
    { numRuns: 8 },
  );
  const wrong = await readRows(
    city.app,
    `select account from app.alms_balances where account like 'sedekah-kas:%' and amount_rupiah < 0
       or account not like 'sedekah-kas:%' and amount_rupiah > 0
     union all select 'all' from app.alms_balances having sum(amount_rupiah) <> 0`,
  );
  expect(wrong).toEqual([]);
  expect(await readRows(city.app, "select id from app.ledger_entries")).toEqual([]);
});

test("an entry once written is neither changed nor deleted by any login", async () => {
  const campaignId = await openedCampaign(city.app, charity);
  await recordAlmsReceipt(city.app, charity, { ...op(), ...aReceipt, campaignId });
  for (const statement of [
    "update app.alms_entries set reason = 'x'",
    "delete from app.alms_entries",
    "delete from app.alms_lines",
  ])
    await expect(readRows(city.app, statement)).rejects.toMatchObject({ code: "42501" });
});
