import { addressLine, type ImportedRow } from "@tuwai/domain/intake";
import type { AcceptedRow, ImportStep } from "#intake";
import type { Keys } from "#keys";
import type { SourceRecordRow } from "./source-record.store.ts";

/**
 * The source record of one accepted row: identity numbers sealed and indexed, the rest as the list said it.
 * `contentHash` is keyed and covers every clean value, so the same row sent again is recognised without keeping it readable.
 */
export function sourceRecordOf(
  step: ImportStep,
  row: AcceptedRow,
  attributes: (values: ImportedRow, id: string) => object,
): SourceRecordRow {
  const { app, actor, batch } = step;
  const { values } = row;
  const id = app.newId();
  const seal = (column: string, text: string | undefined) =>
    text === undefined ? null : app.keys.seal(text, { table: "source_records", column, rowId: id });
  return {
    regionCode: actor.regionCode,
    id,
    kind: batch.kind,
    batchId: batch.id,
    sheet: row.sheet,
    row: row.row,
    villageCode: batch.villageCode ?? values.villageCode ?? null,
    kecamatanCode: batch.kecamatanCode ?? values.villageCode?.slice(0, 8) ?? null,
    fullName: values.name ?? "",
    birthDate: values.birthDate ?? null,
    sex: values.sex ?? null,
    address: addressLine(values),
    nikSealed: seal("nik", values.nik),
    nikIndex: values.nik === undefined ? null : app.keys.blindIndex("nik", values.nik),
    nikStatus: values.nik === undefined ? "kosong" : "belum-padan",
    familyCardSealed: seal("family_card", values.familyCard),
    familyCardIndex:
      values.familyCard === undefined ? null : app.keys.blindIndex("family-card", values.familyCard),
    phoneSealed: seal("phone", values.phone),
    attributes: attributes(values, id),
    contentHash: contentHash(app.keys, batch, values),
  };
}

/** By which the same row of the same village or registry is known again. */
export function contentHash(
  keys: Keys,
  of: { readonly kind: string; readonly villageCode: string | null },
  values: ImportedRow,
): Buffer {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return keys.digest(`row|${of.kind}`, `${of.villageCode ?? ""}|${text}`);
}
