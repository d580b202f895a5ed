import * as fc from "fast-check";
import { Client } from "pg";
import { rupiah } from "@tuwai/domain/money";
import { monthOf, shiftMonth } from "@tuwai/domain/time";
import { beforeEach, expect, test } from "vitest";
import { type Actor, isAppError } from "#app";
import { receiptsApplier } from "#contributions";
import { explainPersonCover, refreshAllCover } from "#cover";
import { releaseClock } from "#database";
import { enrolAgain } from "#enrolment";
import { resultsApplier } from "#packet-results";
import { composePacket, sendPacket, withdrawPacket } from "#packets";
import { getMyPledge, signPledge, stopPledge } from "#sponsors";
import {
  aCivilServant,
  anActor,
  anEndorsedPerson,
  applyRows,
  branch,
  insertPlaces,
  openCity,
  type ThreadPerson,
  testDatabase,
  undoRows,
} from "#testing";
import { acceptProposals, fundByCity, listProposals, proposeMatches } from "./index.ts";

const city = testDatabase();
let manager: Actor;
let officer: Actor;
beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  manager = anActor(city.app, "MGR");
  officer = anActor(city.app, "BPJ", branch);
});

/** What has happened so far: enough to choose the next step from, and every operation to repeat. */
type World = {
  readonly owner: Client;
  day: number;
  readonly persons: ThreadPerson[];
  readonly sponsors: Actor[];
  readonly batches: { readonly kind: "enrolment-result" | "bpjs-receipts"; readonly batchId: string }[];
  readonly done: { readonly repeat: () => Promise<unknown>; readonly answer: unknown }[];
};

const steps = [
  "person", "pledge", "propose", "accept", "fund", "stop", "compose", "withdraw", "send", "result", "receipt", "undo",
  "again", "tick", "repeat",
] as const; // oxfmt-ignore
/** Where every sequence starts: some people paid for by a sponsor, some by the city, one month settled. */
const opening: readonly Step["kind"][] = [
  "person", "person", "person", "person", "pledge", "propose", "accept", "fund", "tick", "compose", "send", "result", "receipt",
]; // oxfmt-ignore
type Step = { readonly kind: (typeof steps)[number]; readonly a: number; readonly b: number };

const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    ...steps,
    "send",
    "send",
    "compose",
    "result",
    "receipt",
    "receipt",
    "accept",
    "repeat",
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
});

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const rowsOf = async <T extends object>(world: World, query: string) =>
  (await world.owner.query<T>(query)).rows;

/** Runs an operation, and keeps it so that it can be repeated with the same id. Failures are answers too. */
async function run(world: World, work: (operationId: string) => Promise<unknown>): Promise<void> {
  const operationId = city.app.newId();
  const repeat = async () => {
    try {
      return await work(operationId);
    } catch (error) {
      if (isAppError(error)) return `failed: ${error.code}`;
      throw error;
    }
  };
  world.done.push({ repeat, answer: await repeat() });
}

const runs = 8;

type Act = (world: World, step: Step) => Promise<void>;

const acts: Readonly<Record<Step["kind"], Act>> = {
  person: async (world) => {
    if (world.persons.length < 8) world.persons.push(await anEndorsedPerson(city.app));
  },
  pledge: async (world, { a }) => {
    const sponsor = await aCivilServant(city.app);
    world.sponsors.push(sponsor);
    const workerCount = 1 + (a % 2);
    const fromMonth = shiftMonth(monthOf(city.app.clock.today()), a % 2);
    const terms = { capRupiah: 20_000 * workerCount, workerCount, fromMonth, consentTextVersion: "ikrar-1" };
    await run(world, (operationId) =>
      signPledge(city.app, sponsor, { operationId, ...terms, channel: "payroll", wishes: {} }),
    );
  },
  propose: (world) => run(world, (operationId) => proposeMatches(city.app, manager, { operationId })),
  accept: async (world, { a }) => {
    const ids = (await listProposals(city.app, manager)).rows.map(({ id }) => id).slice(0, 1 + (a % 3));
    await run(world, (operationId) =>
      acceptProposals(city.app, manager, { operationId, sponsorshipIds: ids }),
    );
  },
  fund: (world, { a, b }) => {
    const personIds = world.persons.filter((_, index) => (index + a) % 3 === 0).map(({ id }) => id);
    const fundSource = pick(["apbd", "apbdes", "csr"] as const, b)!;
    return run(world, (operationId) => fundByCity(city.app, manager, { operationId, personIds, fundSource }));
  },
  stop: async (world, { a }) => {
    const sponsor = pick(world.sponsors, a);
    const pledge = sponsor && (await getMyPledge(city.app, sponsor)).pledge;
    if (!sponsor || !pledge) return;
    const { id: pledgeId, version } = pledge;
    await run(world, (operationId) => stopPledge(city.app, sponsor, { operationId, pledgeId, version }));
  },
  compose: (world, { a }) => {
    const chosen = shiftMonth(monthOf(city.app.clock.today()), a % 2);
    return run(world, (operationId) => composePacket(city.app, manager, { operationId, month: chosen }));
  },
  withdraw: async (world, { a }) => {
    const draft = a % 4 === 0 ? pick(await drafts(world), a) : undefined;
    if (!draft) return;
    const { id: packetId, version } = draft;
    await run(world, (operationId) => withdrawPacket(city.app, manager, { operationId, packetId, version }));
  },
  send: async (world, { a }) => {
    const draft = pick(await drafts(world), a);
    if (!draft) return;
    const { id: packetId, version, lines: confirmCount } = draft;
    await run(world, (operationId) =>
      sendPacket(city.app, manager, { operationId, packetId, version, confirmCount }),
    );
  },
  result: async (world, { a, b }) => {
    const answered = world.persons.filter((_, index) => (index + a) % 4 !== 0);
    const rows = answered.map(({ code }, index) => ({
      personCode: code,
      result: (index + b) % 4 === 3 ? ("rejected" as const) : ("accepted" as const),
      resultOn: city.app.clock.today(),
    }));
    const file = { kind: "enrolment-result" as const, batchId: city.app.newId() };
    await applyRows(city.app, officer, { ...file, applier: resultsApplier }, rows);
    world.batches.push(file);
  },
  receipt: async (world, { a, b }) => {
    const first = shiftMonth(monthOf(city.app.clock.today()), (b % 3) - 1);
    const paying = world.persons.filter((_, index) => (index + a) % 3 !== 0);
    const rows = [first, shiftMonth(first, 1)].flatMap((each) =>
      paying.map(({ nik }, index) => ({
        nik,
        month: each,
        amount: rupiah(pick([16_800, 16_800, 8_400, 20_000], a + index)!),
        paidOn: city.app.clock.today(),
        billingCode: `B${b % 5}`,
      })),
    );
    const file = { kind: "bpjs-receipts" as const, batchId: city.app.newId() };
    await applyRows(city.app, officer, { ...file, applier: receiptsApplier }, rows);
    world.batches.push(file);
  },
  undo: async (world, { a }) => {
    const file = pick(world.batches, a);
    if (!file) return;
    const applier = file.kind === "bpjs-receipts" ? receiptsApplier : resultsApplier;
    await undoRows(city.app, officer, { ...file, applier });
  },
  again: async (world, { a }) => {
    const rejected = pick(
      await rowsOf<{ id: string; version: number }>(
        world,
        "select id, version from app.enrolments where state = 'rejected'",
      ),
      a,
    );
    if (!rejected) return;
    const { id: enrolmentId, version } = rejected;
    await run(world, (operationId) => enrolAgain(city.app, manager, { operationId, enrolmentId, version }));
  },
  tick: async (world, { a }) => {
    world.day += 3 + (a % 25);
    await city.setNow(new Date(Date.UTC(2026, 10, 3 + world.day, 2)).toISOString());
  },
  repeat: async (world, { a }) => {
    const operation = pick(world.done, a);
    if (!operation || (typeof operation.answer === "string" && operation.answer.startsWith("failed"))) return;
    const before = await fingerprint(world);
    expect(await operation.repeat()).toEqual(operation.answer);
    expect(await fingerprint(world)).toBe(before);
  },
};

const drafts = (world: World) =>
  rowsOf<{ id: string; version: number; lines: number }>(
    world,
    `select id, version, (select count(*)::int from app.packet_lines l where l.packet_id = p.id) as lines
     from app.packets p where state = 'draft' order by id`,
  );

/** Everything in the tables this thread writes, audit included. */
async function fingerprint(world: World): Promise<string> {
  const tables = [
    "app.pledges", "app.sponsorships", "app.enrolments", "app.packets", "app.packet_lines", "app.obligations", "app.consents",
    "app.cover_events", "app.notifications", "app.work", "app.operations", "audit.entries",
  ]; // oxfmt-ignore
  const hashes = await rowsOf<{ h: string }>(
    world,
    tables
      .map(
        (table) =>
          `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as h from ${table} t)`,
      )
      .join(" union all "),
  );
  return hashes.map(({ h }) => h).join();
}

async function expectOnePayer(world: World): Promise<void> {
  const twice = await rowsOf(
    world,
    `select person_id, month, count(distinct enrolment_id) from (
       select person_id, month, enrolment_id from app.obligations where reversed_at is null
       union all select person_id, month, enrolment_id from app.standing_events where type = 'paid') m
     group by 1, 2 having count(distinct enrolment_id) > 1`,
  );
  expect(twice).toEqual([]);
  const owedTwice = await rowsOf(
    world,
    `select 1 from app.obligations where reversed_at is null group by person_id, programme, month having count(*) > 1`,
  );
  expect(owedTwice).toEqual([]);
  const paidTwice = await rowsOf(
    world,
    `select 1 from app.standing_events where type = 'paid' group by person_id, month having count(*) > 1`,
  );
  expect(paidTwice).toEqual([]);
}

/** Every month the clock calls covered stands on a payment of that very month that nobody took back. */
async function expectPaidCover(world: World): Promise<void> {
  await refreshAllCover(city.app);
  const paid = await rowsOf<{ key: string }>(
    world,
    `select person_id || to_char(month, 'YYYY-MM') as key from app.standing_events where type = 'paid'`,
  );
  const keys = new Set(paid.map(({ key }) => key));
  const stored = new Map(
    (
      await rowsOf<{ id: string; state: string }>(
        world,
        "select person_id as id, state from app.cover_states",
      )
    ).map(({ id, state }) => [id, state]),
  );
  for (const person of world.persons) {
    const { explanation } = await explainPersonCover(city.app, manager, { personCode: person.code });
    const covered = explanation.months.filter(({ state }) => state === "covered");
    expect(covered.filter((each) => !keys.has(person.id + each.month))).toEqual([]);
    expect(stored.get(person.id) ?? "not-registered").toBe(explanation.state);
  }
}

async function countPaid(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ paid: number }>(
    "select count(*)::int as paid from app.cover_events where type = 'paid'",
  );
  return rows[0]!.paid;
}

test("whatever happens in whatever order: never two payers of one month, never a covered month without its payment, and repeating an operation changes nothing", async () => {
  const owner = new Client(city.url);
  await owner.connect();
  let sentPackets = 0;
  let paidMonths = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 40, maxLength: 80 }), async (sequence) => {
        const world: World = { owner, day: 0, persons: [], sponsors: [], batches: [], done: [] };
        await releaseClock(city.url);
        await city.setNow("2026-11-03T02:00:00Z");
        for (const kind of opening) await acts[kind](world, { kind, a: 1, b: 1 });
        let before = await countPaid(owner);
        for (const step of sequence) {
          await acts[step.kind](world, step);
          // Counted as they come: a later step may take a receipt back.
          const now = await countPaid(owner);
          paidMonths += Math.max(0, now - before);
          before = now;
          await expectOnePayer(world);
        }
        await expectPaidCover(world);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    const counts = await owner.query<{ sent: number }>(
      "select count(*)::int as sent from app.packets where state in ('sent', 'answered')",
    );
    sentPackets = counts.rows[0]!.sent;
  } finally {
    await owner.end();
  }
  // A sequence that never gets anywhere would prove nothing: each of them sends a packet and has a month paid.
  expect(sentPackets).toBeGreaterThanOrEqual(runs);
  expect(paidMonths).toBeGreaterThanOrEqual(runs);
}, 180_000);
