import { createHash } from "node:crypto";
import { approvedKinds, chart, type LedgerEvent, type PayerAccount } from "@tuwai/domain/ledger";
import { rupiah } from "@tuwai/domain/money";
import { civilDate, month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import type { App } from "#app";
import { asSystem } from "#database";
import { asCity, onBehalfOf } from "#use-case";
import { anActor, aSteppedUpActor, readRows, testDatabase } from "#testing";
import {
  decideClosing,
  decideProposal,
  type NewEntry,
  postEntries,
  postReversals,
  proposeClosing,
  proposeEntry,
  proposeReversal,
  recordEntry,
  requireWholeLedger,
  verifyLedger,
} from "./index.ts";
import { readBooks } from "./books.view.ts";

const city = testDatabase();
const november = month("2026-11");
const verifyBooks = (app: App) => asSystem(app, readBooks);
const on = civilDate("2026-11-21");
const sponsor = (id: string): PayerAccount => ({ kind: "sponsor", id });
const owing = (id: string, amount = 8400): NewEntry => ({
  event: { kind: "oblige", payer: sponsor(id), month: november, amount: rupiah(amount) },
  naturalKey: `oblige|${id}`,
  valueDate: on,
});
const post = (app: App, entries: readonly NewEntry[]) =>
  asCity(app, "test", (step) => postEntries(step, entries));
const postAsFinance = (app: App, entries: readonly NewEntry[]) => {
  const actor = anActor(app, "FIN");
  return onBehalfOf(app, { actor, name: "test", permission: "ledger.post" }, (step) =>
    postEntries(step, entries),
  );
};

const operationId = () => city.app.newId();

type Row = {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly hash: Buffer;
  readonly previousHash: Buffer;
};
const rowsOf = (app: App) => readRows<Row>(app, "select * from app.ledger_entries order by seq");
const balanceOf = async (app: App, account: string) =>
  (
    await readRows<{ amount: number }>(
      app,
      `select amount from app.ledger_balances where account = '${account}'`,
    )
  )[0]?.amount;

async function asOwner(statement: string): Promise<void> {
  const owner = new Client(city.url);
  await owner.connect();
  await owner.query(`set session_replication_role = replica; ${statement}`);
  await owner.end();
}

describe("entries", () => {
  test("stand in one order, each chained to the one before, with the balance of every account beside them", async () => {
    expect(await post(city.app, [owing("a"), owing("b"), owing("c", 16_800)])).toEqual({
      posted: 3,
      already: 0,
    });
    const rows = await rowsOf(city.app);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(rows[1]!.previousHash).toEqual(rows[0]!.hash);
    expect(await balanceOf(city.app, "2100:2026-11")).toBe(-33_600);
    expect(await verifyBooks(city.app)).toEqual({ entries: 3, fault: null });
  });

  test("told twice are one; told otherwise under the same key are refused and change nothing", async () => {
    await post(city.app, [owing("a")]);
    expect(await post(city.app, [owing("a"), owing("b")])).toEqual({ posted: 1, already: 1 });
    await expect(post(city.app, [owing("c"), owing("a", 16_800)])).rejects.toMatchObject({
      code: "operation-mismatch",
    });
    expect(await rowsOf(city.app)).toHaveLength(2);
  });

  test("are numbered without gap or fork when twenty write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => post(city.app, [owing(`x${n}`), owing(`y${n}`)])));
    expect((await rowsOf(city.app)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
    expect(await verifyBooks(city.app)).toEqual({ entries: 40, fault: null });
  });

  test("never turn a balance to the other side, also not for a moment", async () => {
    const received: NewEntry = {
      event: {
        kind: "receive",
        bank: "nagari",
        from: { kind: "payer", payer: sponsor("a") },
        amount: rupiah(8400),
      },
      naturalKey: "receive|1",
      valueDate: on,
    };
    const settled: NewEntry = {
      event: { kind: "allocate", payer: sponsor("a"), amount: rupiah(8400) },
      naturalKey: "allocate|a",
      valueDate: on,
    };
    const refusal = { code: "conflict", details: { reason: "ledger_sign", which: "1200:S:a" } };
    await expect(postAsFinance(city.app, [received, settled, owing("a")])).rejects.toMatchObject(refusal);
    expect(await postAsFinance(city.app, [owing("a"), received, settled])).toEqual({ posted: 3, already: 0 });
    expect(await verifyBooks(city.app)).toEqual({ entries: 3, fault: null });
  });
});

describe("the database's own ways of being quick", () => {
  test("a fact told twice is looked up by its key alone, also by a plan made while the books were empty", async () => {
    const plan = await asSystem(city.app, (tx) =>
      sql<{ "QUERY PLAN": string }>`explain select from app.ledger_entries
        where region_code = '13.77' and ledger = 'contributions' and natural_key = 'oblige|a'`.execute(tx),
    );
    const lines = plan.rows.map((row) => Object.values(row)[0]).join(" ");
    expect(lines).toContain("ledger_entries_natural_key_key");
  });

  test("two lines are judged as any number of lines are", async () => {
    const lines = [
      [["1100", "2100"], [5, -5]],
      [["1100", "2100"], [5, -4]],
      [["1100", "1100"], [5, -5]],
      [["1100", "2100"], [0, 0]],
      [["1100", "21"], [5, -5]],
      [["1100", null], [5, -5]],
      [["1100", "2100"], [5, null]],
      [["1100", "2100"], [1e15, -1e15]],
    ] as const; // oxfmt-ignore
    for (const [accounts, amounts] of lines) {
      const judged = await asSystem(city.app, (tx) =>
        sql<{ quick: boolean; slow: boolean }>`
          select app.is_balanced(a, b) as quick, coalesce(app.are_balanced(a, b), false) as slow
          from (values (${accounts}::text[], ${amounts}::bigint[])) v(a, b)`.execute(tx),
      );
      const [{ quick, slow } = { quick: null, slow: null }] = judged.rows;
      expect([accounts, amounts, quick]).toEqual([accounts, amounts, slow]);
    }
  });
});

describe("a reversal", () => {
  test("is the exact mirror, once, also when twenty ask at the same time", async () => {
    await post(city.app, [owing("a"), owing("b")]);
    const [first] = await rowsOf(city.app);
    const reverse = () =>
      asCity(city.app, "test", (step) => postReversals(step, { entryIds: [first!.id], reason: "berhenti" }));
    const all = await Promise.all(Array.from({ length: 20 }, reverse));
    expect(all.filter(({ posted }) => posted === 1)).toHaveLength(1);
    expect([await balanceOf(city.app, "1200:S:a"), await balanceOf(city.app, "2100:2026-11")]).toEqual([
      0, -8400,
    ]);
    const reversal = (await rowsOf(city.app)).find(({ kind }) => kind === "reverse")!;
    await expect(
      asCity(city.app, "test", (step) => postReversals(step, { entryIds: [reversal.id], reason: "keliru" })),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the database by itself", () => {
  test("holds the same chart and the same kinds for two persons as the rules", async () => {
    const owner = new Client(city.url);
    await owner.connect();
    const { rows: sides } = await owner.query<{ number: string; side: string }>(
      "select number, side from app_private.ledger_chart order by number",
    );
    const { rows: kinds } = await owner.query<{ kind: string }>(
      "select kind from app_private.approved_kinds",
    );
    await owner.end();
    expect(sides).toEqual(chart.map(({ number, side }) => ({ number, side })));
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(approvedKinds);
  });

  test.each([
    ["a sum that is not zero", "'{1200:S:z,2100:2026-11}', '{8400,-8399}'", "ledger_entries"],
    ["an account that is not in the chart", "'{7777:S:z,2100:2026-11}', '{8400,-8400}'", "ledger_sign"],
    ["an account twice", "'{1200:S:z,1200:S:z}', '{8400,-8400}'", "ledger_entries"],
  ])("refuses %s", async (_what, lines, constraint) => {
    const [accounts, amounts] = lines.split("', '").map((part) => part.replaceAll("'", ""));
    const entry = `jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'kind', 'oblige', 'valueDate', '2026-11-21',
      'naturalKey', 'x', 'accounts', '${accounts}'::text[], 'amounts', '${amounts}'::bigint[]))`;
    await expect(
      readRows(
        city.app,
        `insert into app.ledger_entries select * from app.number_entries(app.region(), app.actor_id(), 'contributions', ${entry}) returning 1`,
      ),
    ).rejects.toMatchObject({ constraint: expect.stringContaining(constraint) as string });
  });

  test("refuses a hash that is not its own, a number out of order, and money without a second person", async () => {
    const numbered = `app.number_entries(app.region(), app.actor_id(), 'contributions', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'kind', 'oblige',
      'valueDate', '2026-11-21', 'naturalKey', 'x', 'accounts', '{1200:S:z,2100:2026-11}'::text[], 'amounts', '{5,-5}'::bigint[])))`;
    const columns = `region_code, ledger, id, kind, book_month, value_date, posted_at, posted_by, natural_key, accounts, amounts, format, previous_hash`;
    const attempts = [
      `insert into app.ledger_entries (${columns}, seq, hash) select ${columns}, seq, sha256('x') from ${numbered} returning 1`,
      `insert into app.ledger_entries (${columns}, seq, hash) select ${columns}, seq + 1, hash from ${numbered} returning 1`,
    ];
    for (const statement of attempts)
      await expect(readRows(city.app, statement)).rejects.toMatchObject({ constraint: "ledger_chain" });
    const remit: LedgerEvent = { kind: "remit", bank: "nagari", month: november, amount: rupiah(5) };
    await post(city.app, [owing("a")]);
    const received: NewEntry = {
      event: { kind: "receive", bank: "nagari", from: { kind: "unknown" }, amount: rupiah(8400) },
      naturalKey: "receive|1",
      valueDate: on,
    };
    await postAsFinance(city.app, [received]);
    const remitted: NewEntry = { event: remit, naturalKey: "remit|1", valueDate: on };
    await expect(postAsFinance(city.app, [remitted])).rejects.toMatchObject({
      details: { reason: "ledger_two_persons" },
    });
    const maker = anActor(city.app, "FIN");
    const proposed = await proposeEntry(city.app, maker, {
      operationId: city.app.newId(),
      entry: { ...remitted, reason: "Tagihan November" },
    });
    if (proposed.outcome !== "proposed") throw new Error(proposed.outcome);
    const decide = (actor: typeof maker) =>
      decideProposal(city.app, actor, {
        operationId: city.app.newId(),
        proposalId: proposed.proposalId,
        verdict: "approve",
      });
    await expect(decide(maker)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decide(aSteppedUpActor(city.app, "FIN"))).toEqual({ outcome: "approved" });
    expect(await decide(aSteppedUpActor(city.app, "FIN"))).toMatchObject({ reasons: ["already-settled"] });
    expect(await verifyBooks(city.app)).toEqual({ entries: 3, fault: null });
  });

  test.each([
    ["changed", "update app.ledger_entries set amounts = '{8401,-8401}' where seq = 2"],
    ["changed", "update app.ledger_entries set reason = 'lain' where seq = 2"],
    ["changed", "update app.ledger_entries set value_date = value_date - 1 where seq = 2"],
    ["broken", "delete from app.ledger_entries where seq = 2"],
    ["broken", "delete from app.ledger_entries where seq = 3"],
    ["balance", "update app.ledger_balances set amount = amount + 1 where account = '1200:S:b'"],
    ["balance", "delete from app.ledger_balances where account = '1200:S:b'"],
  ])(
    "shows afterwards that something is %s, though somebody with every right did it, and the night makes it a task",
    async (kind, statement) => {
      await post(city.app, [owing("a"), owing("b"), owing("c")]);
      await asOwner(statement);
      expect(await verifyLedger(city.app)).toMatchObject({ ok: false, firstFault: { kind } });
      await expect(requireWholeLedger(city.app)).rejects.toMatchObject({ code: "conflict" });
    },
  );
});

describe("two persons", () => {
  test("a person's reversal is posted when another approves it; a refusal needs a reason and posts nothing", async () => {
    await post(city.app, [owing("a"), owing("b")]);
    const [first, second] = await rowsOf(city.app);
    const [maker, other] = [aSteppedUpActor(city.app, "FIN"), aSteppedUpActor(city.app, "FIN")];
    const ask = async (entryId: string) => {
      const proposed = await proposeReversal(city.app, maker, {
        operationId: operationId(),
        entryId,
        reason: "Keliru",
      });
      if (proposed.outcome !== "proposed") throw new Error(JSON.stringify(proposed));
      return proposed.proposalId;
    };
    const [one, two] = [await ask(first!.id), await ask(second!.id)];
    expect(
      await decideProposal(city.app, other, {
        operationId: operationId(),
        proposalId: one,
        verdict: "approve",
      }),
    ).toEqual({ outcome: "approved" });
    const refuse = { proposalId: two, verdict: "refuse" } as const;
    expect(await decideProposal(city.app, other, { operationId: operationId(), ...refuse })).toMatchObject({
      reasons: ["without-reason"],
    });
    expect(
      await decideProposal(city.app, other, { operationId: operationId(), ...refuse, reason: "Sudah benar" }),
    ).toEqual({ outcome: "not-approved" });
    expect((await rowsOf(city.app)).map(({ kind }) => kind)).toEqual(["oblige", "oblige", "reverse"]);
    const again = await proposeReversal(city.app, maker, {
      operationId: operationId(),
      entryId: first!.id,
      reason: "Keliru",
    });
    expect(again).toEqual({ outcome: "refused", reasons: ["already-reversed"] });
  });

  test("money that leaves cannot be recorded by one", async () => {
    const event = { kind: "remit", bank: "nagari", month: november, amount: rupiah(5) } as const;
    await expect(
      recordEntry(city.app, anActor(city.app, "FIN"), {
        operationId: operationId(),
        entry: { event, naturalKey: "remit|1", valueDate: on },
      }),
    ).rejects.toMatchObject({ code: "four-eyes" });
  });

  test("close a month that is over, the next one only, with books that hold; what comes later stands in an open month", async () => {
    const october = civilDate("2026-10-30");
    await post(city.app, [{ ...owing("a"), valueDate: october }]);
    const [maker, other] = [aSteppedUpActor(city.app, "FIN"), aSteppedUpActor(city.app, "FIN")];
    const propose = (text: string) =>
      proposeClosing(city.app, maker, { operationId: operationId(), month: month(text) });
    expect(await propose("2026-09")).toMatchObject({ reasons: ["not-next"] });
    const proposed = await propose("2026-10");
    if (proposed.outcome !== "proposed") throw new Error(JSON.stringify(proposed));
    const decide = () =>
      decideClosing(city.app, other, {
        operationId: operationId(),
        closingId: proposed.closingId,
        verdict: "approve",
      });
    await post(city.app, [{ ...owing("b"), valueDate: october }]);
    await expect(decide()).rejects.toMatchObject({ details: { reason: "ledger_closing_stale" } });
    await decideClosing(city.app, other, {
      operationId: operationId(),
      closingId: proposed.closingId,
      verdict: "refuse",
      reason: "Ada susulan",
    });
    const again = await propose("2026-10");
    if (again.outcome !== "proposed") throw new Error(JSON.stringify(again));
    const closing = { operationId: operationId(), closingId: again.closingId, verdict: "approve" } as const;
    await expect(decideClosing(city.app, maker, closing)).rejects.toMatchObject({ code: "four-eyes" });
    expect(await decideClosing(city.app, other, { ...closing, operationId: operationId() })).toMatchObject({
      outcome: "closed",
    });
    await post(city.app, [{ ...owing("c"), valueDate: october }]);
    const months = await readRows<{ bookMonth: string; valueDate: string }>(
      city.app,
      "select book_month, value_date from app.ledger_entries order by seq desc limit 1",
    );
    expect(months[0]).toMatchObject({ bookMonth: "2026-11-01", valueDate: "2026-10-30" });
    expect(await propose("2026-11")).toMatchObject({ reasons: ["not-over"] });
  });
});

const int = (size: 2 | 4 | 8, value: string | number) => {
  const bytes = Buffer.alloc(size);
  if (size === 2) bytes.writeInt16BE(Number(value));
  else if (size === 4) bytes.writeInt32BE(Number(value));
  else bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};
const uuid = (text: string) => Buffer.from(text.replaceAll("-", ""), "hex");
const array = (type: number, parts: readonly (Buffer | null)[]) =>
  Buffer.concat([
    ...[1, parts.includes(null) ? 1 : 0, type, parts.length, 1].map((n) => int(4, n)),
    ...parts.flatMap((part) => (part === null ? [int(4, -1)] : [int(4, part.length), part])),
  ]);
const texts = (parts: readonly string[]) =>
  array(
    25,
    parts.map((part) => Buffer.from(part)),
  );
const sha = (bytes: Buffer) => createHash("sha256").update(bytes).digest();

/** Format 1 written a second time from its description, so that the books can be checked without this database. */
test("the hash of an entry is what its description says, recomputed outside the database", async () => {
  await post(city.app, [{ ...owing("a"), reason: "Iuran bulan pertama é" }]);
  const [row] = await readRows<Record<string, string>>(
    city.app,
    `select encode(hash, 'hex') as hash, encode(previous_hash, 'hex') as previous_hash, seq::text, id::text, natural_key, posted_by::text,
      ((extract(epoch from posted_at) - extract(epoch from timestamptz '2000-01-01 00:00Z')) * 1000000)::bigint::text as micros,
      (book_month - date '2000-01-01')::text as book_day, (value_date - date '2000-01-01')::text as value_day,
      (service_month - date '2000-01-01')::text as service_day from app.ledger_entries`,
  );
  const body = Buffer.concat([
    Buffer.from([1]),
    int(2, 1),
    Buffer.from(row!["previousHash"]!, "hex"),
    int(8, row!["seq"]!),
    uuid(row!["id"]!),
    int(4, row!["bookDay"]!),
    int(4, row!["valueDay"]!),
    int(8, row!["micros"]!),
    array(1082, [int(4, row!["serviceDay"]!)]),
    array(2950, [uuid(row!["postedBy"]!), null, null]),
    texts(["13.77", "contributions", "oblige", row!["naturalKey"]!]),
    texts(["1200:S:a", "2100:2026-11"]),
    array(20, [int(8, 8400), int(8, -8400)]),
    sha(Buffer.from("Iuran bulan pertama é")),
  ]);
  expect(sha(body).toString("hex")).toBe(row!["hash"]);
});
