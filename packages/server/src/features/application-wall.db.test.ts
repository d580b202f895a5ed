import { globSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Month } from "@tuwai/domain/time";
import type { Actor, App, Role } from "#app";
import { receiptsApplier } from "#contributions";
import { listCandidates } from "#eligibility";
import { decideEndorsement } from "#endorsements";
import { listEnrolments } from "#enrolment";
import { getPacketMapping } from "#packet-mapping";
import { resultsApplier } from "#packet-results";
import { downloadPacket, listPackets } from "#packets";
import { getMyPledge, listPledges, signPledge, stopPledge } from "#sponsors";
import {
  aKpj,
  applyRows,
  aSteppedUpActor,
  placesDatabase,
  readRows,
  type Thread,
  withoutRowPolicies,
} from "#testing";
import { exportWorkers, listWorkers, unmaskNik } from "#workers";
import { guardedTables } from "./table-owners.ts";

/** What `every-use-case.db.test.ts` cannot ask of all alike: that much is shown and done at home, and what is no use case. */
const database = placesDatabase();
let bare: App;
let close: () => Promise<void>;
let threads: ReturnType<typeof placesDatabase>["threads"];

beforeEach(async () => {
  threads = database.threads;
  ({ app: bare, close } = withoutRowPolicies(database.app, database.url));
});
afterEach(() => close());

const as = (role: Role, scope?: string): Actor => aSteppedUpActor(bare, role, scope);
const textOf = async (answer: Promise<unknown>) => JSON.stringify(await answer);
const once = () => ({ operationId: bare.newId(), version: 1 });

/** That an operation was asked for and refused may be kept; nothing else may change. */
const logs = ["app.operations", "audit.entries", "audit.accesses", "audit.denials"];

function checksums(): Promise<unknown> {
  const tables = guardedTables.map(([table]) => table).filter((table) => !logs.includes(table));
  const sums = tables.map(
    (table) =>
      `select '${table}' as name, coalesce(sum(hashtext(t::text)::bigint), 0)::text as sum from ${table} t`,
  );
  return readRows(bare, sums.join(" union all "));
}

const exportWords = {
  sheet: "a",
  mark: "b",
  columns: [{ header: "c", value: (worker: { readonly fullName?: string }) => worker.fullName ?? null }],
};

describe("with the row policies removed, the application alone", () => {
  test("shows the own thread to those whose it is, so that finding nothing elsewhere proves something", async () => {
    const { person, waiting, place, pledgeId, packetId, branch, sponsor } = threads.naras;
    const operator = as("OPR", place.code);
    const camat = as("CMT", place.kecamatan);
    const officer = as("BPJ", branch);
    const personCode = person.code;
    expect(await textOf(listWorkers(bare, operator, { page: 1 }))).toContain(personCode);
    const input = { query: {}, purpose: "report", format: "csv", words: exportWords } as const;
    const { bytes } = await exportWorkers(bare, operator, input);
    expect(Buffer.from(bytes).toString("utf8")).toContain("Zulkifli");
    expect(await textOf(listEnrolments(bare, operator, {}))).toContain(personCode);
    const candidates = listCandidates(bare, operator, { villageCode: place.code });
    expect(await textOf(candidates)).toContain(waiting.code);
    expect(await textOf(listWorkers(bare, camat, { page: 1 }))).toContain(personCode);
    expect(await textOf(listWorkers(bare, officer, { page: 1 }))).toContain(personCode);
    expect(await textOf(listPackets(bare, officer))).toContain(packetId);
    const downloaded = downloadPacket(bare, officer, { packetId, purpose: "periksa" });
    expect(await textOf(downloaded)).toContain("watermark");
    const unmasked = unmaskNik(bare, officer, { personCode, purpose: "enrolment-question" });
    expect(await textOf(unmasked)).toContain(person.nik);
    // Of fewer than five an office's own treasurer is told nothing.
    expect(await textOf(listPledges(bare, as("MGR")))).toContain(pledgeId);
    expect(await textOf(getMyPledge(bare, sponsor))).toContain(place.name);
    expect(await textOf(listEnrolments(bare, sponsor, {}))).toContain(personCode);
  });

  test("shows a branch the columns of its own template only", async () => {
    const [own, other] = [threads.naras.branch, threads.kampung.branch].map((branch) => as("BPJ", branch));
    expect(await getPacketMapping(bare, own!)).toMatchObject({ branch: threads.naras.branch });
    await expect(getPacketMapping(bare, other!)).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes neither a result nor a receipt for a line of another branch's packet or another city's", async () => {
    const officer = as("BPJ", threads.naras.branch);
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

  test("lets nobody sign as a civil servant of another city", async () => {
    const before = await checksums();
    const { scope } = threads.elsewhere.sponsor;
    const stranger = { ...threads.naras.sponsor, scope: scope!, steppedUpAt: new Date() };
    const wish = { capRupiah: 40_000, workerCount: 1, fromMonth: "2026-12" as Month, wishes: {} };
    const signed = signPledge(bare, stranger, {
      ...once(),
      ...wish,
      channel: "payroll",
      consentTextVersion: "ikrar-1",
    });
    await expect(signed).rejects.toMatchObject({ code: "not-found" });
    expect(await checksums()).toEqual(before);
  });

  test("lets each do in the own village, pledge and city what it refuses elsewhere", async () => {
    const { naras, kampung } = threads;
    const stop = (by: Actor, { pledgeId }: Thread) => stopPledge(bare, by, { ...once(), pledgeId });
    const decided = decideEndorsement(bare, as("KDS", naras.place.code), {
      ...once(),
      endorsementId: naras.listId,
      verdict: "approve",
    });
    expect(await decided).toMatchObject({ state: "approved" });
    expect(await stop(naras.sponsor, naras)).toMatchObject({ outcome: "stopped" });
    expect(await stop(as("MGR"), kampung)).toMatchObject({ outcome: "stopped" });
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

/** Rows of a file are applied long after the sender's use case ended, and the branch asks for its own lines there. */
const asksItself = [
  "contributions/receipts-applier.ts",
  // An empty list holds nothing of the city.
  "imports/import-template.ts",
  "packet-results/result-lines.ts",
];

test("nobody asks for a permission but use cases, which are found and tried, and rows of files, which are tried above", () => {
  const root = new URL("../", import.meta.url).pathname;
  const asking = globSync("*/*.ts", { cwd: root })
    .filter((path) => !/^(access|use-case|testing)\/|\.test\.ts$|\/testing/.test(path))
    .filter((path) => /\bauthorise\(/.test(readFileSync(`${root}${path}`, "utf8")));
  expect(asking.toSorted()).toEqual(asksItself);
});
