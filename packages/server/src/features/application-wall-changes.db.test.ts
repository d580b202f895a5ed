import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor, App, Role } from "#app";
import { receiptsApplier } from "#contributions";
import { resultsApplier } from "#packet-results";
import {
  aKpj,
  applyRows,
  aSteppedUpActor,
  readRows,
  placesDatabase,
  type Thread,
  withoutRowPolicies,
} from "#testing";
import { scopeOf } from "#access";
import { guardedTables } from "./table-owners.ts";
import { changes } from "./testing-changes.ts";

const database = placesDatabase();
let bare: App;
let close: () => Promise<void>;
let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = database.threads;
  ({ app: bare, close } = withoutRowPolicies(database.app, database.url));
});
afterEach(() => close());

/** That an operation was asked for and refused may be kept; nothing else may change. */
const logs = ["app.operations", "audit.entries", "audit.accesses"];

async function checksums(): Promise<unknown> {
  const tables = guardedTables.map(([table]) => table).filter((table) => !logs.includes(table));
  const sums = tables.map(
    (table) =>
      `select '${table}' as name, coalesce(sum(hashtext(t::text)::bigint), 0)::text as sum from ${table} t`,
  );
  return readRows(bare, sums.join(" union all "));
}

function insiders(): readonly Actor[] {
  const { place, branch, office, sponsor } = threads.naras;
  const standing: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    BPJ: branch,
    BND: office,
  };
  return [
    ...Object.entries(standing).map(([role, scope]) => aSteppedUpActor(bare, role as Role, scope)),
    sponsor,
    ...(["MGR", "DAT", "BKP", "FIN"] as const).map((role) => aSteppedUpActor(bare, role)),
  ];
}

function foreign(actor: Actor, name: string): readonly Thread[] {
  if (name === "signPledge") return [threads.elsewhere];
  const isCity = scopeOf(actor, changes[name]!.permission) === "C";
  return isCity ? [threads.elsewhere] : [threads.kampung, threads.elsewhere];
}

const answerOf = (answer: Promise<unknown>) =>
  answer.then(
    (value) => JSON.stringify(value) ?? "",
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

function isRefused(answer: string): boolean {
  if (answer === "not-found") return true;
  return /"(accepted|funded)":\[\]|"nothing-can-go"/.test(answer);
}

describe("with the row policies removed, the application alone", () => {
  test("changes nothing of another village, sponsor, branch or city, whatever use case is asked", async () => {
    const before = await checksums();
    const done: object[] = [];
    for (const actor of insiders()) {
      for (const [name, { permission, change }] of Object.entries(changes)) {
        if (scopeOf(actor, permission) === null) continue;
        const answers: string[] = [];
        for (const thread of foreign(actor, name)) answers.push(await answerOf(change(bare, actor, thread)));
        const accepted = answers.filter((answer) => !isRefused(answer));
        if (accepted.length > 0) done.push({ role: actor.role, name, accepted });
      }
    }
    expect(done).toEqual([]);
    expect(await checksums()).toEqual(before);
  });

  test("takes neither a result nor a receipt for a line of another branch's packet or another city's", async () => {
    const officer = aSteppedUpActor(bare, "BPJ", threads.naras.branch);
    const before = await checksums();
    for (const { person } of [threads.kampung, threads.elsewhere]) {
      const result = { personCode: person.code, result: "accepted", kpj: aKpj(), resultOn: "2026-11-21" };
      const receipt = { personCode: person.code, month: "2026-11", amount: 16_800, paidOn: "2026-11-21" };
      expect(await apply(officer, "enrolment-result", result)).toBe("quarantined");
      expect(await apply(officer, "bpjs-receipts", receipt)).toBe("quarantined");
    }
    expect(await checksums()).toEqual(before);
    const { person } = threads.naras;
    const own = { personCode: person.code, result: "accepted", kpj: aKpj(), resultOn: "2026-11-21" };
    expect(await apply(officer, "enrolment-result", own)).toBe("applied");
  });

  test("lets each do in the own village, pledge and city what it refuses elsewhere", async () => {
    const [, head, , , sponsor, manager] = insiders() as [Actor, Actor, Actor, Actor, Actor, Actor];
    expect(await changes["decideEndorsement"]!.change(bare, head, threads.naras)).toMatchObject({
      state: "approved",
    });
    expect(await changes["stopPledge"]!.change(bare, sponsor, threads.naras)).toMatchObject({
      outcome: "stopped",
    });
    expect(await changes["stopPledge"]!.change(bare, manager, threads.kampung)).toMatchObject({
      outcome: "stopped",
    });
  });
});

async function apply(
  actor: Actor,
  kind: "enrolment-result" | "bpjs-receipts",
  row: Record<string, unknown>,
): Promise<string> {
  const applier = kind === "enrolment-result" ? resultsApplier : receiptsApplier;
  const [outcome] = await applyRows(bare, actor, { applier, kind, batchId: bare.newId() }, [row]);
  return outcome!.outcome;
}
