import { beforeEach, describe, expect, test } from "vitest";
import { MASKED_NUMBER } from "@tuwai/domain/identity";
import { maskOf, type PersonField } from "#access";
import type { Actor, Role } from "#app";
import { anActor, insertBatch, insertPerson, insertPlaces, places, readRows, testDatabase } from "#testing";
import { detailKeys } from "./get-worker.ts";
import {
  exportWorkers,
  getWorker,
  listWorkers,
  type ShownWorker,
  unmaskNik,
  workerHistory,
  type WorkerPage,
  type WorkerQuery,
} from "./index.ts";
import { shownKeys } from "./shown-worker.ts";

const database = testDatabase();
const { naras, kampung, elsewhere } = places;
const nik = "1377920105790001";
let rosmaniar: { readonly id: string; readonly code: string };
let stranger: { readonly id: string; readonly code: string };

beforeEach(async () => {
  const { app } = database;
  await insertPlaces(app);
  const batch = await insertBatch(app, "village-list");
  rosmaniar = await insertPerson(app, batch, {
    name: "Rosmaniar Zen",
    nik,
    familyCard: "1377920101100001",
    birthDate: "1979-05-01",
    sex: "female",
    address: "Dusun Tangah, RT 2",
    occupationGroup: "fisher",
  });
  await insertPerson(app, batch, {
    name: "Syafril 100%",
    birthDate: "1955-01-01",
    occupationGroup: "driver",
  });
  const other = await insertBatch(app, "village-list", kampung);
  stranger = await insertPerson(app, other, { name: "Yusnidar", place: kampung, occupationGroup: "trader" });
  const far = await insertBatch(app, "village-list", elsewhere);
  await insertPerson(app, far, { name: "Rosmaniar Jauh", place: elsewhere });
});

const actorOf = (role: Role): Actor => {
  const scope: Partial<Record<Role, string>> = {
    OPR: naras.code,
    KDS: naras.code,
    CMT: naras.kecamatan,
    BPJ: "padang-pariaman",
    SPN: database.app.newId(),
  };
  return anActor(database.app, role, scope[role]);
};

describe("the list of workers", () => {
  test("finds by part of a name, by code, and takes signs of a pattern for themselves", async () => {
    expect(await find("maniar")).toEqual(["Rosmaniar Zen"]);
    expect(await find(rosmaniar.code.toLowerCase().replaceAll("-", " "))).toEqual(["Rosmaniar Zen"]);
    expect(await find("100%")).toEqual(["Syafril 100%"]);
    expect(await find("%")).toEqual(["Syafril 100%"]);
    expect(await find("tidak ada")).toEqual([]);
  });

  test("filters by village, occupation and stage, and counts what it filtered", async () => {
    expect((await list({})).total).toBe(3);
    expect((await list({ villageCode: kampung.code })).total).toBe(1);
    expect((await list({ occupationGroup: "fisher" })).rows[0]).toMatchObject({ code: rosmaniar.code });
    expect((await list({ stage: "candidate" })).total).toBe(3);
    expect((await list({ stage: "active" })).total).toBe(0);
  });

  test("a page beyond the last is the last, and pages hold fifty", async () => {
    const batch = await insertBatch(database.app, "village-list");
    for (let index = 0; index < 51; index += 1)
      await insertPerson(database.app, batch, { name: `Nelayan ${index}` });
    const page = await listWorkers(database.app, actorOf("OPR"), { page: 9 });
    expect(page).toMatchObject({ total: 53, pages: 2, page: 2 });
    expect(page.rows).toHaveLength(3);
  });

  test("says the stage that the evidence supports", async () => {
    expect(await stage()).toBe("candidate");
    await change("update app.persons set nik_status = 'padan' where id = ?");
    expect(await stage()).toBe("linked");
    await change(`insert into app.judgements (region_code, village_code, kecamatan_code, person_id, programme, policy_number,
      judged_on, outcome, reasons, priority, priority_reasons, at)
      select region_code, village_code, kecamatan_code, id, 'tuwai-ketan', 1, '2026-11-01', 'eligible', '[]', 0, '[]', now()
      from app.persons where id = ?`);
    expect(await stage()).toBe("eligible");
    await change(`insert into app.enrolments (region_code, id, village_code, kecamatan_code, person_id, programme, segment, sector,
      fund_source, wadah, from_month, state) select region_code, gen_random_uuid(), village_code, kecamatan_code, id, 'tuwai-ketan', 'bpu',
      'other', 'apbd', 'SB', '2026-12-01', 'ready' from app.persons where id = ?`);
    expect(await stage()).toBe("sponsored");
    await change("update app.enrolments set state = 'sent' where person_id = ?");
    expect(await stage()).toBe("enrolled");
    await change(`insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, paid_until, at)
      select region_code, id, village_code, kecamatan_code, 'covered', true, '2026-12-01', '2026-12-31', now() from app.persons where id = ?`);
    expect(await stage()).toBe("active");
    await change("update app.cover_states set state = 'grace-2' where person_id = ?");
    expect(await stage()).toBe("arrears");
    await change("update app.cover_states set state = 'ended' where person_id = ?");
    await change("update app.enrolments set state = 'ended' where person_id = ?");
    expect(await stage()).toBe("lapsed");
    await change("update app.persons set died_on = '2026-11-20' where id = ?");
    expect(await stage()).toBe("died");
  });

  test("never tells the decile, neither in the list nor by its order", async () => {
    const text = JSON.stringify(await listWorkers(database.app, actorOf("DAT"), { page: 1 }));
    expect(text).not.toContain("desil");
    expect(text).not.toContain(nik);
  });
});

describe("one worker", () => {
  test("carries the import behind every fact", async () => {
    const worker = await getWorker(database.app, actorOf("OPR"), { personCode: rosmaniar.code });
    expect(worker.sources).toHaveLength(1);
    expect(worker.sources![0]).toMatchObject({ kind: "village-list", row: 1 });
    expect(worker.sources![0]!.facts).toEqual(expect.arrayContaining(["name", "nik", "birthDate", "sex"]));
    expect(worker.nik).toBe(MASKED_NUMBER);
  });

  test("is noted in the access log with the fields shown, in list, detail and history", async () => {
    await listWorkers(database.app, actorOf("OPR"), { page: 1 });
    await getWorker(database.app, actorOf("CMT"), { personCode: rosmaniar.code });
    await workerHistory(database.app, actorOf("KDS"), { personCode: rosmaniar.code });
    const rows = await readRows<{
      actorRole: string;
      purpose: string;
      fields: string[];
      personIds: string[];
    }>(database.app, "select actor_role, purpose, fields, person_ids from audit.accesses order by at, id");
    expect(rows.map((row) => row.purpose)).toEqual(["worker-list", "worker-read", "worker-history"]);
    expect(rows.every((row) => row.personIds.includes(rosmaniar.id))).toBe(true);
    expect(rows[1]!.fields).toContain("full_name");
    expect(rows[1]!.fields).not.toContain("birth_date");
  });

  test("has a history that begins with the list it came on", async () => {
    const history = await workerHistory(database.app, actorOf("OPR"), { personCode: rosmaniar.code });
    expect(history.map(({ kind, detail }) => [kind, detail])).toEqual([["listed-by-import", "village-list"]]);
  });
});

describe("unmasking a NIK", () => {
  test("gives one number to somebody who has just proved who they are, and notes it with the purpose", async () => {
    const answer = await unmaskNik(database.app, steppedUp("DAT"), {
      personCode: rosmaniar.code,
      purpose: "repair-data",
    });
    expect(answer).toEqual({ nik, leftToday: 29 });
    const [row] = await readRows<{ purpose: string; fields: string[] }>(
      database.app,
      "select purpose, fields from audit.accesses",
    );
    expect(row).toEqual({ purpose: "unmask-nik:repair-data", fields: ["nik"] });
  });

  test("needs a fresh proof and a purpose of the list", async () => {
    await expect(
      unmaskNik(database.app, actorOf("DAT"), { personCode: rosmaniar.code, purpose: "repair-data" }),
    ).rejects.toMatchObject({ code: "step-up-required" });
    await expect(
      unmaskNik(database.app, steppedUp("DAT"), { personCode: rosmaniar.code, purpose: "ingin tahu" }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    expect(await readRows(database.app, "select id from audit.accesses")).toEqual([]);
  });

  test("stops after thirty a day, whoever is looked at", async () => {
    const actor = steppedUp("MGR");
    for (let index = 0; index < 30; index += 1)
      await unmaskNik(database.app, actor, { personCode: rosmaniar.code, purpose: "claim" });
    await expect(
      unmaskNik(database.app, actor, { personCode: rosmaniar.code, purpose: "claim" }),
    ).rejects.toMatchObject({
      code: "rate-limited",
    });
    expect(await readRows(database.app, "select id from audit.accesses")).toHaveLength(30);
  });

  test.each(["OPR", "KDS", "CMT", "SPN"] as const)("is not for %s", async (role) => {
    await expect(
      unmaskNik(database.app, steppedUp(role), { personCode: rosmaniar.code, purpose: "claim" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of somebody in another city is not found, and nothing is noted", async () => {
    const actor: Actor = { ...steppedUp("DAT"), regionCode: elsewhere.region };
    await expect(
      unmaskNik(database.app, actor, { personCode: rosmaniar.code, purpose: "claim" }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await readRows(database.app, "select id from audit.accesses")).toEqual([]);
  });
});

describe("exporting the list", () => {
  const words = {
    sheet: "Pekerja",
    mark: "Kode unduhan",
    columns: [
      { header: "Kode", value: (worker: ShownWorker) => worker.code ?? null },
      { header: "Nama", value: (worker: ShownWorker) => worker.fullName ?? null },
    ],
  };
  const input = { query: {}, purpose: "field-visit", format: "csv", words } as const;

  test("gives what the screen shows, a code in every row, and notes who, why and how many", async () => {
    const file = await exportWorkers(database.app, steppedUp("OPR"), input);
    const text = Buffer.from(file.bytes).toString("utf8");
    expect(text.split("\r\n")[0]).toBe("\uFEFFKode;Nama;Kode unduhan");
    expect(text).toContain(`Rosmaniar Zen;${file.code}`);
    expect(text).not.toContain("Yusnidar");
    expect(text).not.toContain(nik);
    const [change] = await readRows(
      database.app,
      "select object_id, details from audit.entries where action = 'worker.export'",
    );
    expect(change).toEqual({
      objectId: file.code,
      details: { purpose: "field-visit", rows: 2, format: "csv" },
    });
    const [seen] = await readRows<{ purpose: string; personIds: string[] }>(
      database.app,
      "select purpose, person_ids from audit.accesses",
    );
    expect(seen!.purpose).toBe("export:field-visit");
    expect(seen!.personIds).toHaveLength(2);
  });

  test("needs a fresh proof and a purpose of the list, and leaves nothing behind without them", async () => {
    await expect(exportWorkers(database.app, actorOf("OPR"), input)).rejects.toMatchObject({
      code: "step-up-required",
    });
    await expect(
      exportWorkers(database.app, steppedUp("OPR"), { ...input, purpose: "" }),
    ).rejects.toMatchObject({ code: "invalid-input" });
    expect(await readRows(database.app, "select id from audit.accesses")).toEqual([]);
  });

  test.each(["KDS", "CMT", "DPO", "BPJ", "FIN"] as const)("is not for %s", async (role) => {
    await expect(exportWorkers(database.app, steppedUp(role), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("access", () => {
  const readers = ["OPR", "KDS", "CMT", "MGR", "DAT", "AUD", "DPO"] as const;
  /** Fields the table allows and the database still keeps from the role. */
  const withheld: Partial<Record<Role, readonly PersonField[]>> = {
    AUD: ["sponsor_name"],
    DPO: ["fund_source", "desil"],
  };

  test.each(readers)("%s sees exactly the keys of the field table", async (role) => {
    const worker = await getWorker(database.app, actorOf(role), { personCode: rosmaniar.code });
    const fieldOf: Readonly<Record<string, PersonField>> = { ...shownKeys, ...detailKeys };
    const held = Object.entries(fieldOf);
    const wanted = held
      .filter(([, field]) => maskOf(role, field) !== null && !withheld[role]?.includes(field))
      .map(([key]) => key);
    const shown = Object.keys(worker).filter((key) => key in fieldOf);
    expect(shown.toSorted()).toEqual(wanted.toSorted());
    const listed = (await listWorkers(database.app, actorOf(role), { page: 1 })).rows[0]!;
    const wantedInList = Object.entries(shownKeys)
      .filter(([, field]) => maskOf(role, field) !== null && !withheld[role]?.includes(field))
      .map(([key]) => key);
    expect(
      Object.keys(listed)
        .filter((key) => key in fieldOf)
        .toSorted(),
    ).toEqual(wantedInList.toSorted());
  });

  test.each(readers)("%s never gets a digit of a NIK or family card", async (role) => {
    const text = JSON.stringify([
      await getWorker(database.app, actorOf(role), { personCode: rosmaniar.code }),
      await listWorkers(database.app, actorOf(role), { page: 1 }),
    ]);
    expect(text).not.toMatch(/\d{16}/);
  });

  test("a camat knows initials and may search by code only, not by letters of a name", async () => {
    const camat = actorOf("CMT");
    expect((await listWorkers(database.app, camat, { page: 1 })).rows.map((w) => w.fullName)).toContain(
      "R. Z.",
    );
    expect((await listWorkers(database.app, camat, { q: "Rosmaniar", page: 1 })).total).toBe(0);
    expect((await listWorkers(database.app, camat, { q: rosmaniar.code, page: 1 })).total).toBe(1);
    await expect(listWorkers(database.app, camat, { sort: "name", page: 1 })).rejects.toMatchObject({
      code: "invalid-input",
    });
  });

  test.each(["PUB", "WRK", "BND", "BKP", "EXE", "FIN", "CHR", "ADM"] as const)(
    "%s may not list workers",
    async (role) => {
      const actor = anActor(database.app, role, role === "BND" ? "dinas" : undefined);
      await expect(listWorkers(database.app, actor, { page: 1 })).rejects.toMatchObject({
        code: role === "PUB" ? "unauthenticated" : "forbidden",
      });
    },
  );

  test("another village, another city and an unknown code are the same not-found", async () => {
    const foreign = anActor(database.app, "DAT", undefined, elsewhere.region);
    for (const [actor, code] of [
      [actorOf("OPR"), stranger.code],
      [actorOf("CMT"), stranger.code],
      [foreign, rosmaniar.code],
      [actorOf("OPR"), "PK-2222-22"],
      [actorOf("OPR"), "bukan kode"],
    ] as const) {
      await expect(getWorker(database.app, actor, { personCode: code })).rejects.toMatchObject({
        code: "not-found",
        details: {},
      });
      if (actor.role !== "CMT")
        await expect(workerHistory(database.app, actor, { personCode: code })).rejects.toMatchObject({
          code: "not-found",
        });
    }
    const names = (await listWorkers(database.app, foreign, { page: 1 })).rows.map((w) => w.fullName);
    expect(names).toEqual(["Rosmaniar Jauh"]);
  });

  test("a branch of BPJS and a sponsor see nobody without a packet or a sponsorship", async () => {
    expect((await listWorkers(database.app, actorOf("BPJ"), { page: 1 })).total).toBe(0);
    expect((await listWorkers(database.app, actorOf("SPN"), { page: 1 })).total).toBe(0);
    await expect(
      getWorker(database.app, actorOf("SPN"), { personCode: rosmaniar.code }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

async function change(statement: string): Promise<void> {
  await readRows(database.app, statement, rosmaniar.id);
}

async function find(q: string): Promise<readonly (string | undefined)[]> {
  const { rows } = await listWorkers(database.app, actorOf("OPR"), { q, page: 1 });
  return rows.map(({ fullName }) => fullName);
}

function list(query: WorkerQuery): Promise<WorkerPage> {
  return listWorkers(database.app, actorOf("MGR"), { ...query, page: 1 });
}

async function stage(): Promise<string | undefined> {
  return (await getWorker(database.app, actorOf("OPR"), { personCode: rosmaniar.code })).stage;
}

function steppedUp(role: Role): Actor {
  return { ...actorOf(role), steppedUpAt: new Date() };
}
