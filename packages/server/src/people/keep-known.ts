import type { ReplacedRecord, SourceRecordRow } from "./source-record.store.ts";

/**
 * A list of NIK and name says nothing of decile, work or village: what the record that it replaces said of them stays known, with the
 * release and the day that said so. What the new row says itself always counts.
 */
export function keepKnown(
  records: readonly SourceRecordRow[],
  replaced: readonly ReplacedRecord[],
): readonly SourceRecordRow[] {
  const known = new Map(replaced.map((record) => [record.nik, record]));
  return records.map((record) => {
    const former = record.nikIndex === null ? undefined : known.get(record.nikIndex.toString("hex"));
    return former === undefined ? record : merged(record, former);
  });
}

function merged(record: SourceRecordRow, former: ReplacedRecord): SourceRecordRow {
  const says = record.attributes as Readonly<Record<string, unknown>>;
  const place = record.villageCode === null ? former : record;
  return {
    ...record,
    villageCode: place.villageCode,
    kecamatanCode: place.kecamatanCode,
    birthDate: record.birthDate ?? former.birthDate,
    sex: record.sex ?? former.sex,
    familyCardIndex: record.familyCardIndex ?? former.familyCardIndex,
    attributes: {
      ...pick(former.attributes, ["workGroup", "pkh", "bpnt"]),
      ...says,
      ...decileOf(says, former),
    },
  };
}

function decileOf(says: Readonly<Record<string, unknown>>, { attributes }: ReplacedRecord): object {
  const { decile, release, asOf, decileRelease, decileAsOf } = attributes;
  if ((says["decile"] ?? null) !== null || (decile ?? null) === null) return {};
  return {
    ...pick(attributes, ["decile", "decileFrom"]),
    decileRelease: decileRelease ?? release,
    decileAsOf: decileAsOf ?? asOf,
  };
}

const pick = (attributes: Readonly<Record<string, unknown>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(attributes).filter(([key]) => keys.includes(key)));
