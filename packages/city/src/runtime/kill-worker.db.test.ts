import { systemActor } from "@tuwai/server/app";
import { asSystem } from "@tuwai/server/database";
import {
  insertBatch,
  insertPerson,
  insertPlaces,
  readRows,
  testDatabase,
  letLeaseRunOut,
  testChild,
} from "@tuwai/server/testing";
import { drainToEmpty, drainWork, enqueue } from "@tuwai/server/work";
import { expect, test } from "vitest";

const city = testDatabase();
const runChild = testChild(city, new URL("../..", import.meta.url));

/** A worker of its own that hangs where it is to be struck: inside a transaction of the handler, or after all of them. */
const working = `
  import { handles, drainWork, workHandlers } from "@tuwai/server/work";
  import { judgePersons } from "@tuwai/server/eligibility";
  import { asCity } from "@tuwai/server/use-case";
  const hang = () => new Promise((resolve) => { console.log("in the middle"); setTimeout(resolve, 600_000); });
  const work = async (app, payload) => {
    if (process.env.STRIKE === "inside")
      await asCity(app, "half", async (step) => {
        await step.follow("coverage.publish", {});
        await step.audit({ objectType: "half", objectId: "half" });
        await hang();
      });
    await judgePersons(app, payload);
    await hang();
  };
  const { openServer, readConfig } = await import("${new URL("index.ts", import.meta.url).href}");
  const { app } = await openServer(readConfig(process.env));
  const gives = [workHandlers(handles("eligibility.judge", { work }))];
  await drainWork({ ...app, features: [{ name: "test", gives }] });`;

/** Starts the worker, waits until it is in the middle, and strikes. */
async function killWorker(at: "inside" | "after"): Promise<void> {
  const said = await runChild(working, { STRIKE: at }, (heard, kill) => {
    if (heard.includes("in the middle")) kill();
  });
  expect(said).toBe("in the middle\n");
}

test.each(["inside", "after"] as const)(
  "a worker killed %s the transaction of its handler: another does the work, and it is done exactly once",
  async (at) => {
    const { app } = city;
    await insertPlaces(app);
    const list = await insertBatch(app, "village-list");
    const people = await Promise.all(["Amran", "Basri"].map((name) => insertPerson(app, list, { name })));
    const personIds = people.map(({ id }) => id);
    await asSystem(app, (tx) =>
      enqueue(app, tx, systemActor("13.77"), { topic: "eligibility.judge", payload: { personIds } }),
    );
    await killWorker(at);

    // What a committed transaction left is done by another at once; one that was struck left nothing.
    expect((await drainWork(app)) > 0).toBe(at === "after");
    const [held] = await readRows(
      app,
      "select done_at, attempts from app.work where topic = 'eligibility.judge'",
    );
    expect(held).toEqual({ doneAt: null, attempts: 1 });

    await letLeaseRunOut(city);
    await drainToEmpty(app);
    expect(await readRows(app, "select 1 from app.judgements")).toHaveLength(2);
    const trail = await readRows(
      app,
      "select action from audit.entries where action in ('half', 'eligibility.judge')",
    );
    expect(trail).toEqual([{ action: "eligibility.judge" }]);
    const work = await readRows(
      app,
      `select topic, attempts, done_at is not null as is_done from app.work
       where topic in ('coverage.publish', 'eligibility.judge') order by topic`,
    );
    expect(work).toEqual([
      { topic: "coverage.publish", attempts: 1, isDone: true },
      { topic: "eligibility.judge", attempts: 2, isDone: true },
    ]);
  },
  60_000,
);
