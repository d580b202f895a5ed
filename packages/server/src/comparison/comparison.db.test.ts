import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { advanceImport, applyImport, getImport, type ImportBatch, receiveImport } from "#imports";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { listTasks } from "#tasks";
import { answerAbsences, compareWithLast, settleAbsence } from "./index.ts";

const narasI = "13.77.02.2015";
const narasHilir = "13.77.02.2016";
const header = "Nama Lengkap;NIK;Tgl Lahir;L/P;Alamat;Pekerjaan";
const ali = "ALI;1377920107600007;01/07/1960;L;Simpang;Tani";
const budi = "BUDI;1377920108600008;01/08/1960;L;Simpang;Tani";
const citra = "CITRA;1377924109600009;01/09/1960;P;Simpang;Tani";
const dewi = "DEWI;1377924505700004;05/05/1970;P;Simpang;Tani";
const database = testDatabase();
let operator: Actor;

beforeEach(async () => {
  await ensureRegions(database.app);
  operator = anActor(database.app, "OPR", narasI);
  await apply(await send([ali, budi, citra]));
});

describe("a list beside the village's list as it stands", () => {
  test("says who is new, who changed in what, who is gone, and counts whose row is held back as there", async () => {
    const batch = await send([
      ali.replace("Simpang", "Pasar"),
      citra.replace("1377924109600009", "13779241"),
      dewi,
    ]);
    expect(batch.counts).toMatchObject({ accepted: 2, repair: 1 });
    const found = await compare(batch);
    expect(found).toMatchObject({
      counts: { added: 1, changed: 1, same: 0, gone: 1, toAsk: 1, movedHere: null },
      added: [{ name: "DEWI" }],
      changed: [{ name: "ALI", fields: ["address"] }],
      toAsk: [{ name: "BUDI" }],
      mayAnswer: true,
    });
    expect(await standing(), "nobody is deleted").toEqual(["ALI", "BUDI", "CITRA"]);
  });

  test("does not take somebody for gone of whom a list that only added others did not speak", async () => {
    await apply(await send([dewi]));
    const found = await compare(await send([ali, budi, citra]));
    expect(found!.toAsk.map(({ name }) => name)).toEqual(["DEWI"]);
  });

  test("says of moves between villages to the city alone: a village is not told that a number exists elsewhere", async () => {
    const other = anActor(database.app, "OPR", narasHilir);
    await apply(await send([dewi], other), other);
    const city = anActor(database.app, "DAT");
    const fromCity = await send([ali, budi, citra, dewi], city, narasI);
    expect(await compare(fromCity, city)).toMatchObject({
      counts: { movedHere: 1 },
      added: [{ name: "DEWI", movedFrom: expect.stringContaining("Naras") as string }],
    });
    const own = await compare(await send([dewi, citra, budi, ali]));
    expect(own).toMatchObject({ counts: { movedHere: null }, added: [{ movedFrom: null }] });
  });
});

describe("what became of those gone", () => {
  test("is said one by one or for the others at once: the register hears of deaths and moves, the unknown become a visit", async () => {
    const batch = await send([ali]);
    const [first, second] = (await compare(batch))!.toAsk;
    expect([first!.name, second!.name]).toEqual(["BUDI", "CITRA"]);
    const answer = await answerAbsences(database.app, operator, {
      operationId: database.app.newId(),
      batchId: batch.id,
      answers: [{ personCode: first!.code, answer: "died", on: "2026-10-01" }],
      others: { answer: "unknown" },
    });
    expect(answer).toEqual({ outcome: "answered", told: 2, refused: [] });
    expect((await compare(batch))!.counts).toMatchObject({ gone: 2, toAsk: 0 });
    expect(
      await readRows(database.app, "select full_name from app.persons where died_on is not null"),
    ).toEqual([{ fullName: "BUDI" }]);
    expect(await visits()).toBe(1);
    const settled = {
      operationId: database.app.newId(),
      personCode: second!.code,
      answer: "still-here",
    } as const;
    expect(await settleAbsence(database.app, operator, settled)).toEqual({ outcome: "settled" });
    expect(await visits()).toBe(0);
  });

  test("is refused without a day for a death or a move, and stays a question", async () => {
    const batch = await send([ali]);
    const answer = await answerAbsences(database.app, operator, {
      operationId: database.app.newId(),
      batchId: batch.id,
      answers: [],
      others: { answer: "moved" },
    });
    expect(answer).toMatchObject({ told: 0, refused: [{ reasons: ["without-date"] }, {}] });
    expect((await compare(batch))!.counts.toAsk).toBe(2);
  });

  test("is for the office that sent the list, and for nobody it does not name", async () => {
    const batch = await send([ali, budi]);
    const mine = (await compare(batch))!.toAsk;
    const input = {
      operationId: database.app.newId(),
      batchId: batch.id,
      answers: [{ personCode: "PK-7T4M-2Q", answer: "died", on: "2026-10-01" }] as const,
    };
    const city = anActor(database.app, "DAT");
    await expect(answerAbsences(database.app, city, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await answerAbsences(database.app, operator, input)).toMatchObject({ told: 0 });
    expect((await compare(batch))!.toAsk).toEqual(mine);
    const head = await compare(batch, anActor(database.app, "KDS", narasI));
    expect(head, "the head sees who is gone and answers nothing").toMatchObject({
      added: [],
      mayAnswer: false,
    });
  });
});

async function visits(): Promise<number> {
  const tasks = await listTasks(database.app, operator);
  return tasks.find(({ code }) => code === "find-absent")?.count ?? 0;
}

function compare(batch: ImportBatch, actor = operator) {
  return compareWithLast(database.app, actor, { batchId: batch.id });
}

async function send(rows: readonly string[], actor = operator, villageCode?: string): Promise<ImportBatch> {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  writeFileSync(path, [header, ...rows].join("\n"));
  const { batch } = await receiveImport(database.app, actor, {
    operationId: database.app.newId(),
    kind: "village-list",
    fileName: "daftar.csv",
    path,
    ...(villageCode === undefined ? {} : { villageCode }),
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, actor, { batchId: batch.id });
}

async function apply(batch: ImportBatch, actor = operator): Promise<void> {
  await applyImport(database.app, actor, { operationId: database.app.newId(), batchId: batch.id });
  await advanceImport(database.app, batch.id);
}

async function standing(): Promise<readonly string[]> {
  const rows = await readRows<{ fullName: string }>(
    database.app,
    "select full_name from app.persons where withdrawn_at is null order by 1",
  );
  return rows.map(({ fullName }) => fullName);
}
