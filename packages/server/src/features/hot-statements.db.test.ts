import { CompiledQuery, createQueryId, type Kysely, PostgresQueryCompiler } from "kysely";
import { beforeEach, expect, test } from "vitest";
import type { Month } from "@tuwai/domain/time";
import type { Actor, App, Role } from "#app";
import { listArrears } from "#arrears";
import { listCover } from "#cover";
import { asSystem, inTransaction, type Tx } from "#database";
import { judgePersons, listCandidates } from "#eligibility";
import { listEnrolments } from "#enrolment";
import { listLinkQuestions } from "#link-review";
import { linkBatch } from "#linking";
import { listProposals, listWaiting } from "#matching";
import { listPackets } from "#packets";
import { getMyPledge, listPledges, signPledge } from "#sponsors";
import { listTasks } from "#tasks";
import {
  anEndorsedPerson,
  aSteppedUpActor,
  branch,
  insertPlaces,
  openCity,
  places,
  readRows,
  syntheticRegister,
  testDatabase,
} from "#testing";
import { getWorker, listWorkers } from "#workers";

const database = testDatabase();
const size = { persons: 6_000, villages: 20 };
/** Tables with at least so many rows grow with the persons of a city. */
const personSized = 1_000;

let app: App;
let code: string;
let statements: Statement[];

/** `isSystem`: sent by the city itself, also where a page of somebody else asks for a sum of the whole city. */
type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly isSystem: boolean };

beforeEach(async () => {
  await insertPlaces(database.app);
  await openCity(database.app);
  ({ code } = await anEndorsedPerson(database.app));
  await syntheticRegister(database.url, size);
  statements = [];
  app = {
    ...database.app,
    db: { ...database.app.db, as: (login) => recording(database.app.db.as(login), login === "app_jobs") },
  };
});

/** Every statement of the application, as it was sent. */
function recording(kysely: Kysely<unknown>, isSystem: boolean): Kysely<unknown> {
  return kysely.withPlugin({
    transformQuery: ({ node }) => {
      const { sql: text, parameters: values } = new PostgresQueryCompiler().compileQuery(
        node,
        createQueryId(),
      );
      if (/\b(?:app|pub)\.(?!fixed_now|region\(|context)/.test(text))
        statements.push({ text, values, isSystem });
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Parent Relationship"?: string;
  readonly "Plan Rows": number;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
};

/** Opens a transaction as one login. */
type Within = (work: (tx: Tx) => Promise<void>) => Promise<void>;
const asCity: Within = (inside) => asSystem(database.app, inside);

async function planOf(within: Within, { text, values }: Statement): Promise<Plan> {
  const rolledBack = new Error("rolled back");
  let plan: Plan | undefined;
  await within(async (tx) => {
    const explained = CompiledQuery.raw(`explain (analyze, timing off, format json) ${text}`, [...values]);
    const { rows } = await tx.executeQuery<Record<string, readonly { readonly Plan: Plan }[]>>(explained);
    plan = Object.values(rows[0]!)[0]![0]!.Plan;
    throw rolledBack;
  }).catch((error: unknown) => {
    if (error !== rolledBack) throw error;
  });
  return plan!;
}

/** A row added a second time would break a key. */
const isRepeatable = ({ text }: Statement) => !/^\s*insert/.test(text) || /on conflict do nothing/.test(text);

/** The statements of some work, each with what is wrong with its plan. */
async function faultsIn(within: Within, run: () => Promise<unknown>): Promise<readonly object[]> {
  const rows = await readRows<{ name: string; n: number }>(
    database.app,
    "select relname as name, reltuples::int as n from pg_class where relkind = 'r'",
  );
  const sizes = new Map(rows.map(({ name, n }) => [name, n]));
  statements = [];
  await run();
  const faults: object[] = [];
  for (const statement of statements.filter(isRepeatable)) {
    const found = faultsOf(await planOf(statement.isSystem ? asCity : within, statement), sizes);
    if (found.length > 0) faults.push({ found, text: statement.text.replaceAll(/\s+/g, " ").slice(0, 200) });
  }
  return faults;
}

/** What is wrong with the steps of a plan, in words. */
function faultsOf(plan: Plan, sizes: ReadonlyMap<string, number>, isCutShort = false): readonly string[] {
  const { "Node Type": type, "Relation Name": table, "Actual Rows": rows, "Actual Loops": loops } = plan;
  const isAsked = plan["Parent Relationship"] === "SubPlan" || plan["Parent Relationship"] === "InitPlan";
  const faults: string[] = [];
  if (loops > 0) {
    const read = (rows + (plan["Rows Removed by Filter"] ?? 0)) * loops;
    const isLarge = type === "Seq Scan" && (sizes.get(table!) ?? 0) >= personSized;
    // Counting a whole city reads it once; looking for a few rows, or reading it again and again, does not.
    if (isLarge && loops > 1) faults.push(`reads ${table} ${loops} times`);
    else if (isLarge && read >= personSized && rows < read / 10)
      faults.push(`reads ${read} of ${table} for ${rows}`);
    const expected = plan["Plan Rows"];
    const isUnder = rows > 100 * Math.max(expected, 1);
    const isOver = !isCutShort && !isAsked && expected > 100 * Math.max(rows, 1) && expected > personSized;
    if (isUnder || isOver) faults.push(`${type} ${table ?? ""} expects ${expected}, gets ${rows}`);
  }
  const cuts = isAsked || isCutShort || ["Limit", "Merge Join", "Nested Loop", "Memoize"].includes(type);
  return [...faults, ...(plan.Plans ?? []).flatMap((part) => faultsOf(part, sizes, cuts))];
}

const scopes: Partial<Record<Role, () => Promise<string>>> = {
  OPR: () => Promise.resolve(places.naras.code),
  KDS: () => Promise.resolve(places.naras.code),
  CMT: () => Promise.resolve(places.naras.kecamatan),
  BPJ: () => Promise.resolve(branch),
  BND: () => Promise.resolve("OPD-7"),
  SPN: async () =>
    (
      await readRows<{ id: string }>(
        database.app,
        "select civil_servant_id as id from app.pledges where code = 'IKR-77'",
      )
    )[0]!.id,
};

const work: Readonly<
  Record<string, { readonly roles: readonly Role[]; readonly run: (actor: Actor) => Promise<unknown> }>
> = {
  "the desk": {
    roles: ["MGR", "DAT", "OPR", "KDS", "BPJ", "BND", "SPN", "AUD", "CMT"],
    run: (actor) => listTasks(app, actor),
  },
  workers: {
    roles: ["MGR", "DAT", "OPR", "AUD", "CMT", "BPJ"],
    run: (actor) => listWorkers(app, actor, { page: 1 }),
  },
  "workers of a stage": {
    roles: ["MGR", "DAT", "OPR"],
    run: (actor) => listWorkers(app, actor, { page: 1, stage: "eligible" }),
  },
  "the board of arrears": {
    roles: ["MGR", "OPR", "CMT", "BPJ", "AUD"],
    run: (actor) => listArrears(app, actor, {}),
  },
  "a worker": { roles: ["MGR", "DAT"], run: (actor) => getWorker(app, actor, { personCode: code }) },
  waiting: { roles: ["MGR"], run: (actor) => listWaiting(app, actor) },
  proposals: { roles: ["MGR"], run: (actor) => listProposals(app, actor) },
  pledges: { roles: ["MGR", "AUD", "FIN", "BND"], run: (actor) => listPledges(app, actor) },
  "my pledge": { roles: ["SPN"], run: (actor) => getMyPledge(app, actor) },
  // Refused, as the sponsor has a pledge; by then the civil servant has been looked up.
  signing: {
    roles: ["SPN"],
    run: (actor) =>
      signPledge(app, actor, {
        operationId: app.newId(),
        capRupiah: 20_000,
        workerCount: 1,
        channel: "payroll",
        wishes: {},
        fromMonth: "2026-12" as Month,
        consentTextVersion: "ikrar-1",
      }),
  },
  candidates: {
    roles: ["OPR", "MGR"],
    run: (actor) => listCandidates(app, actor, { villageCode: places.naras.code }),
  },
  enrolments: { roles: ["MGR", "OPR", "FIN", "BPJ"], run: (actor) => listEnrolments(app, actor) },
  cover: { roles: ["MGR", "OPR"], run: (actor) => listCover(app, actor, {}) },
  packets: { roles: ["MGR", "BPJ"], run: (actor) => listPackets(app, actor) },
  questions: { roles: ["DAT"], run: (actor) => listLinkQuestions(app, actor) },
};

test("no page reads a person-sized table for a few rows, or again and again, or expects a hundred times too few or too many", async () => {
  const faults: object[] = [];
  let seen = 0;
  for (const [what, { roles, run }] of Object.entries(work)) {
    for (const role of roles) {
      const actor = aSteppedUpActor(database.app, role, await scopes[role]?.());
      const found = await faultsIn(
        (inside) => inTransaction(database.app, actor, inside),
        () => run(actor),
      );
      seen += statements.length;
      faults.push(...found.map((fault) => ({ what, role, ...fault })));
    }
  }
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(60);
});

test("neither does judging or settling a portion of the city", async () => {
  const rows = await readRows<{ id: string }>(
    database.app,
    "select id from app.persons where code like 'P-%1' order by id limit 200",
  );
  const personIds = rows.map(({ id }) => id);
  expect(await faultsIn(asCity, () => judgePersons(app, { personIds }))).toEqual([]);
  expect(await faultsIn(asCity, () => linkBatch(app, { personIds }))).toEqual([]);
});
