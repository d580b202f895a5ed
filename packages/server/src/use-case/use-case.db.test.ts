import { describe, expect, test } from "vitest";
import { anActor, places, readRows, readRowsAs, testDatabase } from "#testing";
import { insertNotice } from "./testing-notice.store.ts";
import { change, type Operation, read, useCasesOf } from "./use-case.ts";

const database = testDatabase();

type Input = Operation & { readonly kind: string };

const tell = change(
  { name: "notice.tell", permission: "enrolment.submit" },
  async (step, { kind }: Input) => {
    await insertNotice(step.tx, { id: step.newId(), regionCode: step.actor.regionCode, kind });
    await step.audit({ objectType: "notice", objectId: kind });
    return { told: kind };
  },
);
const tellSilently = change(
  { name: "notice.silent", permission: "enrolment.submit" },
  async (step, { kind }: Input) =>
    insertNotice(step.tx, { id: step.newId(), regionCode: step.actor.regionCode, kind }),
);
const refuse = change(
  { name: "notice.refuse", permission: "enrolment.submit" },
  async (step, _input: Input) => step.unchanged({ outcome: "refused" as const }),
);
const look = read({ purpose: "notice-look", permission: "worker.list" }, async (step) => {
  await step.seen({ personIds: [step.newId()], fields: ["worker_code"] });
  return step.area.villageCode;
});

/** Notices are read by those they are for. */
const notices = () =>
  readRowsAs<{ kind: string }>(
    database.app,
    anActor(database.app, "OPR"),
    "select kind from app.notifications",
  );
const manager = () => anActor(database.app, "MGR");
const asked = (kind: string) => ({ operationId: database.app.newId(), kind });

describe("a change", () => {
  test("is audited under its own name with its operation, in its own transaction", async () => {
    const input = asked("a");
    expect(await tell(database.app, manager(), input)).toEqual({ told: "a" });
    const rows = await readRows(database.app, "select action, operation_id::text as id from audit.entries");
    expect(rows).toEqual([{ action: "notice.tell", id: input.operationId }]);
  });

  test("that ends without an audit row fails, and nothing of it stays", async () => {
    await expect(tellSilently(database.app, manager(), asked("b"))).rejects.toThrow("without an audit row");
    expect(await notices()).toEqual([]);
  });

  test("that wrote nothing says so, and needs no audit row", async () => {
    expect(await refuse(database.app, manager(), asked("c"))).toEqual({ outcome: "refused" });
    expect(await readRows(database.app, "select 1 from audit.entries")).toEqual([]);
  });

  test("asked twice with one operation id happens once, and another request under that id is refused", async () => {
    const input = asked("d");
    const actor = manager();
    await tell(database.app, actor, input);
    expect(await tell(database.app, actor, input)).toEqual({ told: "d" });
    await expect(tell(database.app, actor, { ...input, kind: "e" })).rejects.toMatchObject({
      code: "operation-mismatch",
    });
    expect(await notices()).toEqual([{ kind: "d" }]);
  });

  test("is refused before it begins to whom the matrix denies it", async () => {
    const auditor = anActor(database.app, "AUD");
    await expect(tell(database.app, auditor, asked("f"))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await readRowsAs(database.app, auditor, "select 1 from app.operations")).toEqual([]);
  });
});

describe("a reading", () => {
  test("notes whose data were shown under its purpose, and knows the actor's area", async () => {
    expect(await look(database.app, anActor(database.app, "OPR", "13.77.01.1001"))).toBe("13.77.01.1001");
    const rows = await readRows(database.app, "select purpose, fields from audit.accesses");
    expect(rows).toEqual([{ purpose: "notice-look", fields: ["worker_code"] }]);
  });
});

test("a door's use cases are found among its exports, with name, permission and kind", () => {
  const found = useCasesOf({ tell, look, other: () => 1, text: "x" });
  expect(found.map(({ useCase, permission, kind }) => [useCase, permission, kind])).toEqual([
    ["notice.tell", "enrolment.submit", "change"],
    ["notice-look", "worker.list", "read"],
  ]);
});

/** The application as it runs, where tests otherwise keep nothing. */
const keeping = () => ({ ...database.app, config: { ...database.app.config, keepsAnswers: true } });

describe("a reading of counts alone", () => {
  let asked = 0;
  const count = read(
    { purpose: "notice-count", permission: "worker.list", isKept: true },
    (step, _input: { readonly of: string } | undefined) => {
      asked += 1;
      return Promise.resolve(`${step.area.villageCode ?? "city"} ${asked}`);
    },
  );

  test("stands until somebody changes something, for whoever got it and the same question only", async () => {
    asked = 0;
    const app = keeping();
    const one = manager();
    expect(await count(app, one)).toBe("city 1");
    expect(await count(app, one)).toBe("city 1");
    expect(await count(app, one, { of: "one village" })).toBe("city 2");
    expect(await count(app, anActor(app, "OPR", places.naras.code))).not.toContain("city");
    await tell(app, manager(), { operationId: app.newId(), kind: "kept" });
    expect(await count(app, one)).toBe("city 4");
  });

  test("is made anew each time where tests write behind the application's back", async () => {
    asked = 0;
    const one = manager();
    await count(database.app, one);
    expect(await count(database.app, one)).toBe("city 2");
  });

  test("that an actor may not ask is refused, also while another's answer stands", async () => {
    const app = keeping();
    await count(app, manager());
    await expect(count(app, anActor(app, "EXE"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
