import { readOccupation } from "@tuwai/domain/occupations";
import type { App } from "#app";
import type { PersonFacts } from "./person.store.ts";
import type { PersonRecord } from "./person-record.store.ts";

/**
 * A person's columns as a fold over the list rows that describe them, oldest first: the newest word stands, and a blank
 * never wipes out what an earlier list knew. Identity numbers are opened and sealed again for the person's own row.
 */
export function personFacts(app: App, personId: string, records: readonly PersonRecord[]): PersonFacts {
  const latest = <T>(read: (record: PersonRecord) => T | null | undefined) =>
    records.reduce<T | null>((known, record) => read(record) ?? known, null);
  const opened = (
    column: "nik" | "family_card" | "phone",
    sealedOf: (record: PersonRecord) => Buffer | null | undefined,
  ) =>
    latest((record) => {
      const sealed = sealedOf(record);
      return sealed && app.keys.open(sealed, { table: "source_records", column, rowId: record.id });
    });
  const seal = (column: string, text: string | null) =>
    text === null ? null : app.keys.seal(text, { table: "persons", column, rowId: personId });
  const nik = opened("nik", (record) => record.nikSealed);
  const familyCard = opened("family_card", (record) => record.familyCardSealed);
  const occupation = latest((record) => record.attributes.occupation);
  const { group, sector } = readOccupation(occupation ?? "");
  return {
    targetGroup: targetGroupOf(records.at(-1)!.kind, group),
    fullName: records.at(-1)!.fullName,
    birthDate: latest((record) => record.birthDate),
    sex: latest((record) => record.sex),
    address: latest((record) => record.address),
    occupationText: occupation,
    occupationGroup: group,
    sector,
    monthlyIncome: latest((record) => record.attributes.income),
    nikStatus: nik === null ? "kosong" : "belum-padan",
    nikSealed: seal("nik", nik),
    nikIndex: nik === null ? null : app.keys.blindIndex("nik", nik),
    familyCardSealed: seal("family_card", familyCard),
    familyCardIndex: familyCard === null ? null : app.keys.blindIndex("family-card", familyCard),
    phoneSealed: seal(
      "phone",
      opened("phone", (record) => record.phoneSealed),
    ),
  };
}

function targetGroupOf(kind: string, occupationGroup: string): string {
  if (kind === "village-officers") return "village-officer";
  if (occupationGroup === "religious-officer") return "religious";
  return occupationGroup === "adat-officer" ? "adat" : "vulnerable";
}
