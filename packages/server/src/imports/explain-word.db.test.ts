import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#app";
import { ensureRegions } from "#regions";
import { anActor, readRows, testDatabase } from "#testing";
import { advanceImport, explainWord, getImport, type ImportBatch, receiveImport } from "./index.ts";

const database = testDatabase();
let branch: Actor;

beforeEach(async () => {
  await ensureRegions(database.app);
  branch = anActor(database.app, "BPJ", "pariaman");
});

async function send(answers: readonly string[], actor: Actor = branch): Promise<ImportBatch> {
  const path = join(mkdtempSync(join(database.app.config.dataDir, "send-")), "upload");
  const rows = answers.map((answer, index) => `${index + 1};137792130165000${index + 1};Syafril;${answer}\n`);
  writeFileSync(path, `No;NIK;Nama;Hasil\n${rows.join("")}`);
  const operationId = database.app.newId();
  const { batch } = await receiveImport(database.app, actor, {
    operationId,
    kind: "enrolment-result",
    fileName: "hasil.csv",
    path,
  });
  await advanceImport(database.app, batch.id);
  return getImport(database.app, actor, { batchId: batch.id });
}

function explain(batch: ImportBatch, text: string, meaning: string, actor: Actor = branch) {
  const { id: batchId, version } = batch;
  const operationId = database.app.newId();
  return explainWord(database.app, actor, { operationId, batchId, version, field: "result", text, meaning });
}

describe("a word that no rule knows", () => {
  test("waits for its meaning, is read by it at once, and in the city's next file", async () => {
    const first = await send(["Berhasil", "Titip antrean", "TITIP ANTREAN."]);
    expect(first.counts).toMatchObject({ accepted: 1, repair: 2 });
    await explain(first, "titip antrean", "waiting");
    await advanceImport(database.app, first.id);
    expect((await getImport(database.app, branch, { batchId: first.id })).counts).toMatchObject({
      accepted: 3,
      repair: 0,
    });
    const colleague = anActor(database.app, "BPJ", "pariaman");
    expect((await send(["titip-antrean", "Ditolak"], colleague)).counts).toMatchObject({
      accepted: 2,
      repair: 0,
    });
    const kept = await readRows(
      database.app,
      "select field, written, meaning, remembered_by, remembered_role from app.value_meanings",
    );
    expect(kept).toEqual([
      {
        field: "result",
        written: "titip antrean",
        meaning: "waiting",
        rememberedBy: branch.userId,
        rememberedRole: "BPJ",
      },
    ]);
  });

  test("never means what a rule reads otherwise, has no meaning outside the list, and is no number of a person", async () => {
    const batch = await send(["Titip antrean"]);
    await expect(explain(batch, "titip antrean", "paid")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(explain(batch, "1377921301650001", "accepted")).rejects.toMatchObject({
      code: "invalid-input",
    });
    await explain(batch, "ditolak", "accepted");
    await advanceImport(database.app, batch.id);
    expect((await send(["Ditolak", "Berhasil"])).counts).toMatchObject({ accepted: 2 });
    expect(
      await readRows(database.app, "select outcome from app.import_rows where issues <> '[]'::jsonb"),
    ).toEqual([{ outcome: "quarantined" }]);
  });
});
