import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type App, roles, systemActor } from "#app";
import { writeBackup } from "#backup";
import { asSystem } from "#database";
import { anActor, readRows, testDatabase } from "#testing";
import { drainToEmpty, enqueue, handles, passDay, workHandlers } from "#work";
import { checkLastBackup } from "./check-last-backup.ts";
import { getBackupState, listDeadWork, noteBackup, retryDeadWork } from "./index.ts";

const city = testDatabase();
const others = roles.filter((role) => role !== "ADM");

/** The city with a handler of covers that fails until it is mended. */
function failing() {
  const state = { isBroken: true, retried: [] as boolean[] };
  const work = async (_app: App, _payload: unknown, { isRetried }: { readonly isRetried: boolean }) => {
    state.retried.push(isRetried);
    if (state.isBroken) throw new RangeError("bad");
  };
  const gives = [workHandlers(handles("cover.refresh", { work }))];
  return { app: { ...city.app, features: [{ name: "test", gives }] }, state };
}

async function giveUp(app: App): Promise<string> {
  await asSystem(app, (tx) =>
    enqueue(app, tx, systemActor("13.77"), { topic: "cover.refresh", payload: { personIds: ["a"] } }),
  );
  await drainToEmpty(app);
  const [row] = await readRows<{ id: string }>(app, "select id from app.work where failed_at is not null");
  return row!.id;
}

describe("work that was given up", () => {
  test("is shown to the administrator with topic, attempts, day and error, and without its payload", async () => {
    const { app } = failing();
    const workId = await giveUp(app);
    const found = await listDeadWork(app, anActor(app, "ADM"), {});
    expect(found).toEqual({
      rows: [{ workId, topic: "cover.refresh", attempts: 8, since: app.clock.now(), error: "RangeError" }],
      page: 1,
      pages: 1,
      total: 1,
    });
  });

  test("is done once when the administrator tries it again, audited, and its handler knows that somebody looked", async () => {
    const { app, state } = failing();
    const admin = anActor(app, "ADM");
    const workId = await giveUp(app);
    state.isBroken = false;
    const operationId = app.newId();
    expect(await retryDeadWork(app, admin, { operationId, workId })).toEqual({ topic: "cover.refresh" });
    expect(await retryDeadWork(app, admin, { operationId, workId })).toEqual({ topic: "cover.refresh" });
    expect(await drainToEmpty(app)).toBe(1);
    expect(state.retried).toEqual([...Array.from({ length: 8 }, () => false), true]);
    expect((await listDeadWork(app, admin, {})).total).toBe(0);
    expect(
      await readRows(app, "select action, object_id from audit.entries where action = 'work.retry'"),
    ).toEqual([{ action: "work.retry", objectId: workId }]);
  });

  test("is not found once it waits again, nor by a code that is none", async () => {
    const { app } = failing();
    const admin = anActor(app, "ADM");
    const workId = await giveUp(app);
    await retryDeadWork(app, admin, { operationId: app.newId(), workId });
    for (const asked of [workId, "bukan-kode"])
      await expect(
        retryDeadWork(app, admin, { operationId: app.newId(), workId: asked }),
      ).rejects.toMatchObject({ code: "not-found" });
  });

  test.each(others)("is nothing for %s", async (role) => {
    const { app } = city;
    const actor = anActor(app, role);
    const operation = { operationId: app.newId(), workId: app.newId() };
    await expect(listDeadWork(app, actor, {})).rejects.toThrow();
    await expect(retryDeadWork(app, actor, operation)).rejects.toThrow();
    await expect(getBackupState(app, actor)).rejects.toThrow();
  });
});

const problem = async () => (await getBackupState(city.app, anActor(city.app, "ADM"))).problem;

describe("the last backup", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tuwai-upkeep-"));
    path = join(folder, "kota.tuwai");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const backUp = async () => {
    const { app } = city;
    await noteBackup(app, await writeBackup(app.config, app.keys, path));
  };

  test("is missed as long as there is none", async () => {
    expect(await problem()).toBe("none");
  });

  test("that opens is no trouble, the night looks again, and after two days it is stale", async () => {
    await backUp();
    expect(await problem()).toBeNull();
    await passDay(city.app);
    expect(await getBackupState(city.app, anActor(city.app, "ADM"))).toMatchObject({
      checkedAt: city.app.clock.now(),
      problem: null,
    });
    await passDay(city.app);
    await passDay(city.app);
    expect(await problem()).toBe("stale");
  });

  test("that was altered or taken away is told the next night", async () => {
    await backUp();
    appendFileSync(path, "x".repeat(100));
    await checkLastBackup(city.app);
    expect(await problem()).toBe("unreadable");
    rmSync(path);
    await checkLastBackup(city.app);
    expect(await problem()).toBe("missing");
  });
});
