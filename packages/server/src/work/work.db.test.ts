import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { type App, systemActor } from "#app";
import { asSystem } from "#database";
import { readRows, testDatabase } from "#testing";
import { drainToEmpty, drainWork } from "./drain-work.ts";
import { enqueue } from "./enqueue.ts";
import { type Handlers, handles, unitePersons } from "./handles.ts";
import { performUnit, takeUnit } from "./perform-unit.ts";
import { startWork } from "./start-work.ts";
import type { Topic, WorkPayloads } from "./topics.ts";
import { workHandlers } from "./works.ts";

const city = testDatabase();

/** Handlers that only write down what they were given. */
function recording(over: Partial<Handlers> = {}) {
  const seen: { topic: Topic; payload: unknown }[] = [];
  const note = (topic: Topic) => async (_app: unknown, payload: unknown) => {
    seen.push({ topic, payload });
  };
  const handlers: Handlers = {
    ...handles("import.advance", { work: note("import.advance") }),
    ...handles("import.advance-slow", { work: note("import.advance-slow") }),
    ...handles("import.advance-large", { work: note("import.advance-large") }),
    ...handles("people.link", { work: note("people.link") }),
    ...handles("people.reread-work", { work: note("people.reread-work") }),
    ...handles("people.resolve", { work: note("people.resolve"), unite: unitePersons }),
    ...handles("people.move", { work: note("people.move") }),
    ...handles("people.forget-particulars", { work: note("people.forget-particulars") }),
    ...handles("eligibility.judge", { work: note("eligibility.judge") }),
    ...handles("eligibility.judge-all", { work: note("eligibility.judge-all") }),
    ...handles("cover.refresh", { work: note("cover.refresh"), unite: unitePersons }),
    ...handles("arrears.refresh", { work: note("arrears.refresh") }),
    ...handles("follow-ups.remind", { work: note("follow-ups.remind") }),
    ...handles("link-samples.fill", { work: note("link-samples.fill") }),
    ...handles("targeting.refresh", { work: note("targeting.refresh") }),
    ...handles("aftercare.read-deciles", { work: note("aftercare.read-deciles") }),
    ...handles("arrears.digest", { work: note("arrears.digest") }),
    ...handles("arrears.mail-digest", { work: note("arrears.mail-digest") }),
    ...handles("cover.refresh-all", { work: note("cover.refresh-all") }),
    ...handles("coverage.publish", { work: note("coverage.publish"), unite: () => ({}) }),
    ...handles("claims.forget", { work: note("claims.forget") }),
    ...handles("families.forget", { work: note("families.forget") }),
    ...handles("figures.refresh", { work: note("figures.refresh") }),
    ...handles("planning.forecast", { work: note("planning.forecast") }),
    ...handles("dashboards.refresh", { work: note("dashboards.refresh") }),
    ...handles("aftercare.forget", { work: note("aftercare.forget") }),
    ...handles("handovers.forget", { work: note("handovers.forget") }),
    ...handles("imports.forget", { work: note("imports.forget") }),
    ...handles("incident-reports.forget", { work: note("incident-reports.forget") }),
    ...handles("incident-reports.from-bpjs", { work: note("incident-reports.from-bpjs") }),
    ...handles("accounts.forget", { work: note("accounts.forget") }),
    ...handles("accounts.mail", { work: note("accounts.mail") }),
    ...handles("work.forget", { work: note("work.forget") }),
    ...handles("audit.forget", { work: note("audit.forget") }),
    ...handles("contributions.run-nightly", { work: note("contributions.run-nightly") }),
    ...handles("contributions.run-month", { work: note("contributions.run-month") }),
    ...handles("refunds.refresh", { work: note("refunds.refresh"), unite: unitePersons }),
    ...handles("certificates.review", { work: note("certificates.review"), unite: unitePersons }),
    ...handles("matching.choose-pairs", { work: note("matching.choose-pairs") }),
    ...handles("mandates.forget-account", { work: note("mandates.forget-account") }),
    ...handles("ledger.post-obligations", { work: note("ledger.post-obligations") }),
    ...handles("ledger.verify", { work: note("ledger.verify") }),
    ...handles("alms.verify", { work: note("alms.verify") }),
    ...handles("payroll.post", { work: note("payroll.post") }),
    ...handles("backups.check", { work: note("backups.check") }),
    ...over,
  };
  const features = [{ name: "test", gives: [workHandlers(handlers)] }];
  const app: App = { ...city.app, features };
  return { app, seen };
}

function ask<T extends Topic>(topic: T, payload: WorkPayloads[T], key?: string): Promise<void> {
  const { app } = city;
  const of = key === undefined ? {} : { key };
  return asSystem(app, (tx) =>
    enqueue(app, tx, systemActor(app.config.regionCode), { topic, payload, ...of }),
  );
}

const rows = () =>
  readRows<{ topic: string; attempts: number; isDone: boolean; isDead: boolean; lastError: string | null }>(
    city.app,
    `select topic, attempts, done_at is not null as is_done, failed_at is not null as is_dead, last_error
     from app.work order by at, id`,
  );

async function withOwner<T>(work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client(city.url);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Transactions of this database that stand open. */
const idle = () =>
  withOwner(async (owner) => {
    const { rows: found } = await owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and xact_start is not null`,
    );
    return found.length;
  });

describe("work after a commit", () => {
  test("happens if and only if the transaction commits, in the order it was asked for", async () => {
    const { app, seen } = recording();
    const undone = asSystem(app, async (tx) => {
      await enqueue(app, tx, systemActor("13.77"), { topic: "import.advance", payload: { batchId: "x" } });
      throw new Error("power cut");
    });
    await expect(undone).rejects.toThrow("power cut");
    for (const batchId of ["a", "b", "c"]) await ask("import.advance", { batchId });
    expect(await drainWork(app)).toBe(3);
    expect(seen.map(({ payload }) => payload)).toEqual([
      { batchId: "a" },
      { batchId: "b" },
      { batchId: "c" },
    ]);
    expect(await drainWork(app)).toBe(0);
  });

  test("a long transaction that asked for work holds nobody else's back, and its own is not passed over", async () => {
    const { app, seen } = recording();
    const gate = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const long = asSystem(app, async (tx) => {
      await enqueue(app, tx, systemActor("13.77"), { topic: "import.advance", payload: { batchId: "long" } });
      asked.resolve();
      await gate.promise;
    });
    await asked.promise;
    await ask("import.advance", { batchId: "short" });
    expect(await drainWork(app)).toBe(1);
    gate.resolve();
    await long;
    expect(await drainWork(app)).toBe(1);
    expect(seen.map(({ payload }) => payload)).toEqual([{ batchId: "short" }, { batchId: "long" }]);
  });

  test("what waits of one topic and one key is done once, together; other keys on their own", async () => {
    const { app, seen } = recording();
    await ask("cover.refresh", { personIds: ["a", "b"] });
    await ask("coverage.publish", {});
    await ask("cover.refresh", { personIds: ["b", "c"] });
    await ask("cover.refresh", { personIds: ["d"] }, "apart");
    await ask("coverage.publish", {});
    expect(await drainWork(app)).toBe(5);
    expect(seen).toEqual([
      { topic: "cover.refresh", payload: { personIds: ["a", "b", "c"] } },
      { topic: "coverage.publish", payload: {} },
      { topic: "cover.refresh", payload: { personIds: ["d"] } },
    ]);
    expect((await rows()).every(({ isDone }) => isDone)).toBe(true);
  });

  test("no transaction stays open while a handler works", async () => {
    let open = -1;
    const { app } = recording(
      handles("import.advance", {
        work: async () => {
          open = await idle();
        },
      }),
    );
    await ask("import.advance", { batchId: "a" });
    await drainWork(app);
    expect(open).toBe(0);
  });
});

/** The leases of all workers have run out. */
const expire = () =>
  withOwner((owner) => owner.query("update app.work set leased_until = clock_timestamp() - interval '1 s'"));

describe("a worker that dies", () => {
  test("loses its lease, the work is done by another, and a late tick of the first does nothing", async () => {
    const { app, seen } = recording();
    await ask("import.advance", { batchId: "a" });
    const dead = await takeUnit(app, {});
    expect(await takeUnit(app, {})).toBeUndefined();
    await withOwner((owner) =>
      owner.query("update app.work set leased_until = clock_timestamp() - interval '1 s'"),
    );
    const next = await takeUnit(app, {});
    expect(next!.messages).toHaveLength(1);
    await performUnit(app, { ...dead!, messages: [] }).catch(() => {});
    expect((await rows())[0]).toMatchObject({ isDone: false });
    await performUnit(app, next!);
    expect((await rows())[0]).toMatchObject({ isDone: true, attempts: 2 });
    expect(seen.filter(({ payload }) => payload !== undefined)).toHaveLength(1);
  });

  test("over and over gives its work up: a message that kills its worker ends as failed", async () => {
    const { app } = recording(
      handles("import.advance", {
        work: async () => {
          throw new RangeError("bad");
        },
      }),
    );
    await ask("import.advance", { batchId: "a" });
    await ask("coverage.publish", {});
    expect(await drainToEmpty(app)).toBe(9);
    expect(await rows()).toEqual([
      { topic: "import.advance", attempts: 8, isDone: false, isDead: true, lastError: "RangeError" },
      { topic: "coverage.publish", attempts: 1, isDone: true, isDead: false, lastError: null },
    ]);
  });

  test("three times leaves the work to a person and says so to whoever waits; its neighbours go on without it", async () => {
    const told: unknown[] = [];
    const { app, seen } = recording(
      handles("coverage.publish", {
        work: async () => {},
        unite: () => ({}),
        givenUp: async (_app, payload, times) => told.push([payload, times]),
      }),
    );
    await ask("coverage.publish", {});
    for (let death = 1; death <= 3; death += 1) {
      const unit = await takeUnit(app, {});
      // A neighbour that came later is never put into the hands that may die.
      expect(unit!.messages).toHaveLength(1);
      await expire();
      if (death === 1) await ask("coverage.publish", {});
    }
    await drainWork(app);
    expect(await rows()).toEqual([
      { topic: "coverage.publish", attempts: 3, isDone: false, isDead: true, lastError: "died" },
      { topic: "coverage.publish", attempts: 1, isDone: true, isDead: false, lastError: null },
    ]);
    expect(told).toEqual([[{}, 3]]);
    expect(seen).toEqual([]);
  });

  test("failed work is tried again after a pause, not before", async () => {
    let isBroken = true;
    const { app, seen } = recording(
      handles("import.advance", {
        work: async () => {
          if (isBroken) throw new RangeError("bad");
          seen.push({ topic: "import.advance", payload: null });
        },
      }),
    );
    await ask("import.advance", { batchId: "a" });
    expect(await drainWork(app)).toBe(1);
    isBroken = false;
    expect(await drainWork(app)).toBe(0);
    expect(await drainToEmpty(app)).toBe(1);
    expect(seen).toHaveLength(1);
  });
});

describe("a server", () => {
  test("does quick work while a long one is in hand", async () => {
    const gate = Promise.withResolvers<void>();
    const published = Promise.withResolvers<void>();
    const { app } = recording({
      ...handles("import.advance", { work: () => gate.promise }),
      ...handles("coverage.publish", {
        work: async () => {
          published.resolve();
        },
      }),
    });
    await ask("import.advance", { batchId: "a" });
    const worker = startWork(app);
    await ask("coverage.publish", {});
    await published.promise;
    gate.resolve();
    await worker.stop();
    expect((await rows()).map(({ isDone }) => isDone)).toEqual([true, true]);
  });

  test("reads the files of several villages side by side, of one village one at a time, and a registry beside them", async () => {
    const gate = Promise.withResolvers<void>();
    const begun: string[] = [];
    const slow = async (_app: unknown, { batchId }: { readonly batchId: string }) => {
      begun.push(batchId);
      if (batchId.startsWith("slow")) await gate.promise;
    };
    const { app } = recording({
      ...handles("import.advance", { work: slow }),
      ...handles("import.advance-large", { work: slow }),
    });
    for (const n of [1, 2, 3]) await ask("import.advance", { batchId: `slow-${n}` }, "village A");
    await ask("import.advance-large", { batchId: "slow-registry" }, "dtsen");
    await ask("import.advance", { batchId: "other" }, "village B");
    const worker = startWork(app);
    await expect
      .poll(() => begun.toSorted(), { timeout: 20_000 })
      .toEqual(["other", "slow-1", "slow-registry"]);
    gate.resolve();
    await expect.poll(() => begun, { timeout: 20_000 }).toContain("slow-3");
    await worker.stop();
  });

  test("that stops ends what heeds it, and gives back untouched what does not", async () => {
    const begun: string[] = [];
    const { app } = recording({
      ...handles("import.advance", {
        work: (_app, { batchId }, { stop }) => {
          begun.push(batchId);
          return new Promise((_, reject) => stop!.addEventListener("abort", () => reject(stop!.reason)));
        },
      }),
      ...handles("people.link", {
        work: () => {
          begun.push("link");
          return new Promise(() => {});
        },
      }),
    });
    await ask("import.advance", { batchId: "a" });
    await ask("people.link", { batchId: "a" });
    const worker = startWork(app);
    await expect.poll(() => begun.length, { timeout: 20_000 }).toBe(2);
    await worker.stop();
    expect(await rows()).toMatchObject([
      { attempts: 0, isDone: false, isDead: false, lastError: null },
      { attempts: 0, isDone: false, isDead: false, lastError: null },
    ]);
    expect((await takeUnit(app, {}))!.topic).toBe("import.advance");
  });

  test("sees the work of its own city only, so that one city's heap never delays another's", async () => {
    const { app, seen } = recording();
    const other = { ...app, config: { ...app.config, regionCode: "13.08" } };
    for (let n = 0; n < 50; n += 1) await ask("import.advance", { batchId: String(n) });
    await asSystem(other, (tx) =>
      enqueue(other, tx, systemActor("13.08"), { topic: "import.advance", payload: { batchId: "other" } }),
    );
    expect(await drainWork(other)).toBe(1);
    expect(seen).toEqual([{ topic: "import.advance", payload: { batchId: "other" } }]);
  });
});
