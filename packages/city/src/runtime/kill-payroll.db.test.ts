import { verifyLedger } from "@tuwai/server/ledger";
import { takeResult } from "@tuwai/server/payroll";
import {
  asPromised,
  insertPlaces,
  openCity,
  payrollDesk,
  readRows,
  runAsAdmin,
  testDatabase,
  letLeaseRunOut,
  testChild,
} from "@tuwai/server/testing";
import { drainToEmpty } from "@tuwai/server/work";
import { expect, test } from "vitest";

const city = testDatabase();
const runChild = testChild(city, new URL("../..", import.meta.url));

/** A process of its own that takes a result in, says when it is acknowledged, and does the work that follows. */
const taking = `
  import { takeResult } from "@tuwai/server/payroll";
  import { drainToEmpty } from "@tuwai/server/work";
  const { openServer, readConfig } = await import("${new URL("index.ts", import.meta.url).href}");
  const { app } = await openServer(readConfig(process.env));
  const { actor, input } = JSON.parse(process.env.ASKED);
  console.log("begun");
  await takeResult(app, actor, input);
  console.log("acknowledged");
  await drainToEmpty(app);
  console.log("done");`;

type Strike = {
  /** What the process has to have said, and how long after it is struck; 0 milliseconds: at once. */
  readonly after: "begun" | "acknowledged";
  readonly milliseconds: number;
  /** A table whose writing takes long, so that the blow falls inside its transaction. */
  readonly slow: string | null;
};

async function strike(asked: object, { after, milliseconds, slow }: Strike): Promise<string> {
  if (slow !== null)
    await runAsAdmin(city.url, [
      `create function app_private.nap() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return null; end $$`,
      `create trigger nap after insert on ${slow} for each statement execute function app_private.nap()`,
      "grant execute on function app_private.nap() to public",
    ]);
  let isStruck = false;
  const said = await runChild(taking, { ASKED: JSON.stringify(asked) }, (heard, kill) => {
    if (isStruck || !heard.includes(after)) return;
    isStruck = true;
    setTimeout(kill, milliseconds);
  });
  if (slow !== null) {
    await runAsAdmin(city.url, [
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()",
      `drop trigger nap on ${slow}`,
    ]);
  }
  return said;
}

test.each([
  ["while its file is read", { after: "begun", milliseconds: 5, slow: null }, false],
  [
    "inside the transaction that keeps it",
    { after: "begun", milliseconds: 2500, slow: "app.payroll_deductions" },
    false,
  ],
  ["as soon as it is acknowledged", { after: "acknowledged", milliseconds: 0, slow: null }, true],
  [
    "inside the transaction of the books",
    { after: "acknowledged", milliseconds: 1000, slow: "app.ledger_entries" },
    true,
  ],
] as const)(
  "a result of payroll whose taker is killed %s: what was acknowledged is there once, what was not can be sent again",
  async (_when, at, isAcknowledged) => {
    const { app } = city;
    await insertPlaces(app);
    await openCity(app);
    const desk = payrollDesk(app);
    await desk.sponsors(3);
    const payrollCode = await desk.locked();
    const version = await desk.expecting(payrollCode, 3, 25_200);
    const path = await desk.filled(payrollCode, asPromised);
    const input = { ...desk.op(), payrollCode, version, fileName: "hasil.csv", path };

    const said = await strike({ actor: desk.treasurer, input }, at);
    expect(said).not.toContain("done");
    expect(said.includes("acknowledged")).toBe(isAcknowledged);
    const kept = await readRows(app, "select 1 from app.payroll_results");
    expect(kept).toHaveLength(isAcknowledged ? 1 : 0);

    // The treasurer's browser sends the same thing again.
    const again = await takeResult(app, desk.treasurer, input);
    expect(again).toMatchObject({ outcome: "taken", count: 3, sum: 25_200 });
    await letLeaseRunOut(city);
    await drainToEmpty(app);
    expect(await readRows(app, "select 1 from app.payroll_results")).toHaveLength(1);
    expect(await readRows(app, "select 1 from app.payroll_deductions")).toHaveLength(3);
    expect(await readRows(app, "select 1 from app.ledger_entries where kind = 'deduct'")).toHaveLength(1);
    const [held] = await readRows<{ amount: number }>(
      app,
      "select sum(amount)::int as amount from app.ledger_balances where account = '1150:DINSOS'",
    );
    expect(held!.amount).toBe(25_200);
    expect(await verifyLedger(app)).toMatchObject({ firstFault: null });
  },
  90_000,
);
