import { isVillageApparatus, readOccupation, type SaidOccupation } from "@tuwai/domain/occupations";
import type { App } from "#app";
import type { PersonFacts } from "./person.store.ts";
import type { PersonRecord } from "./person-record.store.ts";
import { listedOf, type WrittenField, type Words } from "./said-of.ts";

/**
 * A person's columns as a fold over the list rows that describe them, oldest first. What somebody said of a field stands
 * over every list, older or newer. Identity numbers are opened and sealed again for the person's own row.
 */
export function personFacts(
  app: App,
  personId: string,
  records: readonly PersonRecord[],
  { said, meansOf }: { readonly said?: Words; readonly meansOf: SaidOccupation },
): PersonFacts {
  const words = new Map([...listedOf(app, records), ...(said ?? [])]);
  const word = (field: WrittenField) => words.get(field)?.text ?? null;
  const seal = (column: string, text: string | null) =>
    text === null ? null : app.keys.seal(text, { table: "persons", column, rowId: personId });
  const [nik, familyCard, occupation, income] = [
    word("nik"),
    word("familyCard"),
    word("occupation"),
    word("income"),
  ];
  const { group, sector } = readOccupation(occupation ?? "", meansOf);
  return {
    targetGroup: targetGroupOf(records.at(-1)?.kind, group, occupation ?? ""),
    fullName: word("name") ?? "",
    birthDate: word("birthDate"),
    sex: word("sex"),
    address: word("address"),
    occupationText: occupation,
    occupationGroup: group,
    sector,
    monthlyIncome: income === null ? null : Number(income),
    nikStatus: nik === null ? "kosong" : "belum-padan",
    nikSealed: seal("nik", nik),
    nikIndex: nik === null ? null : app.keys.blindIndex("nik", nik),
    familyCardSealed: seal("family_card", familyCard),
    familyCardIndex: familyCard === null ? null : app.keys.blindIndex("family-card", familyCard),
    phoneSealed: seal("phone", word("phone")),
    birthPlaceSealed: seal("birth_place", word("birthPlace")),
    motherNameSealed: seal("mother_name", word("motherName")),
  };
}

/** Whoever holds an office in the village is insured by it, whichever list names them; a corrected word corrects it. */
function targetGroupOf(kind: string | undefined, occupationGroup: string, occupation: string): string {
  const isApparatus = occupationGroup === "village-officer" && isVillageApparatus(occupation);
  if (kind === "village-officers" || isApparatus) return "village-officer";
  if (occupationGroup === "religious-officer") return "religious";
  return occupationGroup === "adat-officer" ? "adat" : "vulnerable";
}
