import type { ImportedRow } from "@tuwai/domain/intake";
import { civilDate } from "@tuwai/domain/time";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { importKindOf } from "#intake";
import {
  anActor,
  aNik,
  applyRows,
  aSteppedUpActor,
  insertBatch,
  insertPlaces,
  openCity,
  places,
  readRows,
  testDatabase,
} from "#testing";
import { drainToEmpty } from "#work";
import { getWorker, unmaskNik } from "#workers";
import {
  decideCorrection,
  editPerson,
  getCorrections,
  getWaitingCorrection,
  listWaitingCorrections,
  undoEdit,
} from "./index.ts";

const city = testDatabase();
const nik = "1377900105800001";
let operator: Actor;
let head: Actor;
let data: Actor;
let code: string;

beforeEach(async () => {
  await insertPlaces(city.app);
  await openCity(city.app);
  operator = anActor(city.app, "OPR", places.naras.code);
  head = anActor(city.app, "KDS", places.naras.code);
  data = aSteppedUpActor(city.app, "DAT");
  await list([{ name: "Syafril Amri", nik, birthDate: civilDate("1980-05-01"), occupation: "nelayan" }]);
  const [row] = await readRows<{ code: string }>(city.app, "select code from app.persons");
  code = row!.code;
});

/** A list of the village, as an import brings it. */
async function list(rows: readonly ImportedRow[]): Promise<void> {
  const batchId = await insertBatch(city.app, "village-list");
  const { applier } = importKindOf(city.app, "village-list");
  const placed = rows.map((row) => ({ ...row, villageCode: places.naras.code }));
  await applyRows(city.app, operator, { applier, kind: "village-list", batchId }, placed);
}

type Fields = Parameters<typeof editPerson>[2]["fields"];

async function say(fields: Fields, by: Actor = operator) {
  const { version } = await getCorrections(city.app, operator, { personCode: code });
  return editPerson(city.app, by, {
    operationId: city.app.newId(),
    personCode: code,
    version,
    fields,
    source: "card",
    toldOn: "2026-11-20",
  });
}

const waiting = async () => (await getCorrections(city.app, operator, { personCode: code })).history[0]!;

const decide = (
  by: Actor,
  correctionId: string,
  verdict: "approve" | "refuse" = "approve",
  reason?: string,
) =>
  decideCorrection(city.app, by, {
    operationId: city.app.newId(),
    correctionId,
    version: 1,
    verdict,
    ...(reason === undefined ? {} : { reason }),
  });

const worker = () => getWorker(city.app, operator, { personCode: code });

describe("a word about a person", () => {
  test("stands at once, over a newer list, which is shown beside it, until it is taken back", async () => {
    expect(await say({ phone: "0812 3456 7890", occupation: "penjual ikan" })).toEqual({
      outcome: "recorded",
      standing: ["phone", "occupation"],
      waiting: [],
    });
    await list([
      { name: "Syafril Amri", nik, birthDate: civilDate("1980-05-01"), occupation: "tukang ojek" },
    ]);
    expect(await worker()).toMatchObject({ occupationText: "penjual ikan", phone: "+6281234567890" });
    const { fields, history } = await getCorrections(city.app, operator, { personCode: code });
    const occupation = fields.find(({ field }) => field === "occupation");
    expect(occupation).toMatchObject({
      text: { text: "penjual ikan" },
      newerList: { text: { text: "tukang ojek" } },
    });
    const edit = history.find(({ field }) => field === "occupation")!;
    expect(edit).toMatchObject({ before: { text: "nelayan" }, source: "card", recordedRole: "OPR" });
    await undoEdit(city.app, operator, { operationId: city.app.newId(), correctionId: edit.id });
    expect(await worker()).toMatchObject({ occupationText: "tukang ojek" });
  });

  test("of name, birth date or sex waits for somebody else, who sees old and new", async () => {
    expect(await say({ birthDate: "03/05/1980" })).toMatchObject({ standing: [], waiting: ["birthDate"] });
    expect(await worker()).toMatchObject({ birthDate: "1980-05-01" });
    const { id } = await waiting();
    expect((await listWaitingCorrections(city.app, head)).rows).toEqual([
      expect.objectContaining({ id, field: "birthDate" }),
    ]);
    const { correction } = await getWaitingCorrection(city.app, head, { correctionId: id });
    expect(correction).toMatchObject({ before: { text: "1980-05-01" }, value: { text: "1980-05-03" } });
    expect(await decide(head, id)).toEqual({ outcome: "approved", personCode: code });
    await drainToEmpty(city.app);
    expect(await worker()).toMatchObject({ birthDate: "1980-05-03" });
    await expect(decide(head, id)).resolves.toMatchObject({ outcome: "refused" });
  });

  test("is refused by the second person with a reason, and then changes nothing", async () => {
    await say({ name: "Syafrial Amri" });
    const { id } = await waiting();
    expect(await decide(head, id, "refuse")).toEqual({ outcome: "refused", reasons: ["without-reason"] });
    await decide(head, id, "refuse", "di KTP tertulis Syafril");
    await drainToEmpty(city.app);
    expect(await worker()).toMatchObject({ fullName: "Syafril Amri" });
    expect(await waiting()).toMatchObject({ state: "refused", refusal: "di KTP tertulis Syafril" });
  });

  test("of a NIK is opened and decided by another data officer only, who proved who they are", async () => {
    const other = aNik();
    await say({ nik: other }, data);
    const { id, value } = await waiting();
    expect(value).toEqual({ text: "••••••••••••••••", isHidden: true });
    await expect(decide(data, id)).rejects.toMatchObject({ code: "four-eyes" });
    await expect(decide(head, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(decide(anActor(city.app, "DAT"), id)).rejects.toMatchObject({ code: "step-up-required" });
    const second = aSteppedUpActor(city.app, "DAT");
    const { correction } = await getWaitingCorrection(city.app, second, { correctionId: id });
    expect(correction).toMatchObject({ before: { text: nik }, value: { text: other } });
    await decide(second, id);
    await drainToEmpty(city.app);
    const opened = await unmaskNik(city.app, second, { personCode: code, purpose: "enrolment-question" });
    expect(opened.nik).toBe(other);
  });

  test("keeps its person when the village sends the old number again", async () => {
    await say({ nik: aNik(), name: "Syafrial Amri" });
    for (const { id } of (await listWaitingCorrections(city.app, data)).rows) await decide(data, id);
    await drainToEmpty(city.app);
    await list([
      { name: "Syafril Amri", nik, birthDate: civilDate("1980-05-01"), occupation: "tukang ojek" },
    ]);
    expect(await readRows(city.app, "select full_name, occupation_text from app.persons")).toEqual([
      { fullName: "Syafrial Amri", occupationText: "tukang ojek" },
    ]);
  });

  test("is checked like a row of a list, with all reasons", async () => {
    const answer = await say({ nik: "123", sex: "", birthDate: "31/02/1980", phone: "12" });
    expect(answer).toMatchObject({ outcome: "refused" });
    expect(
      answer.outcome === "refused" && answer.reasons.map(({ field, code: of }) => `${field} ${of}`),
    ).toEqual(["nik E-NIK-LEN", "sex never-empty", "birthDate E-DATE", "phone W-PHONE"]);
    expect(await say({ occupation: "nelayan" })).toMatchObject({
      reasons: [{ field: null, code: "nothing-changed" }],
    });
  });

  test("is not written over what somebody else said meanwhile", async () => {
    const { version } = await getCorrections(city.app, operator, { personCode: code });
    await say({ phone: "081234567890" });
    const late = editPerson(city.app, operator, {
      operationId: city.app.newId(),
      personCode: code,
      version,
      fields: { phone: "081200000000" },
      source: "call",
      toldOn: "2026-11-20",
    });
    await expect(late).rejects.toMatchObject({ code: "stale" });
  });

  test("is sealed in its row, and nobody signs it with another's name", async () => {
    await say({ motherName: "Rosmaniar" });
    const stored = JSON.stringify(await readRows(city.app, "select * from app.person_edits"));
    expect(stored).not.toContain("Rosmaniar");
    expect((await waiting()).value).toEqual({ text: null, isHidden: true });
  });
});
