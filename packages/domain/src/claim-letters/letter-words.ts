import type { ClaimKind } from "#benefits";
import { type Block, blank, type Inline, type Sentence } from "#drafts";
import { type CivilDate, dayName, weekdayName } from "#time";
import type { LetterFacts } from "./letter-facts.ts";

/** Letters go to Indonesian offices: they have one language. */
export const programmeOf = (kind: ClaimKind): string =>
  kind === "natural-death" ? "Jaminan Kematian (JKM)" : "Jaminan Kecelakaan Kerja (JKK)";

/** "Kepala Desa Naras I". */
export const headOf = ({ office }: LetterFacts): string =>
  `${office.kind === "desa" ? "Kepala Desa" : "Lurah"} ${office.village}`;

/** "Desa Naras I". */
export const placeOf = ({ office }: LetterFacts): string =>
  `${office.kind === "desa" ? "Desa" : "Kelurahan"} ${office.village}`;

/** "Kamis, 10 Juni 2027". */
export const fullDay = (day: CivilDate): string => `${weekdayName(day)}, ${dayName(day)}`;

export const field = (name: string, ...value: Sentence): Sentence => [`${name}: `, ...value];

export const fields = (points: readonly Sentence[]): Block => ({
  kind: "points",
  label: "",
  numbering: "none",
  points,
});

export const heading = (...lines: readonly Sentence[]): Block => ({ kind: "center", isStrong: true, lines });

const orBlank = (value: string | null, name: string): Inline => value ?? blank(name);

/** Whom it is about. No digit of an identity number is printed: the office writes it from the card. */
export const workerFields = ({ worker }: LetterFacts): readonly Sentence[] => [
  field("Nama", orBlank(worker.name, "nama sesuai KTP")),
  field("NIK", blank("NIK, ditulis kantor dari KTP")),
  field(
    "Tempat dan tanggal lahir",
    blank("tempat lahir"),
    ", ",
    worker.birthDate === null ? blank("tanggal lahir") : dayName(worker.birthDate),
  ),
  field("Pekerjaan", orBlank(worker.occupation, "pekerjaan")),
  field("Nomor peserta (KPJ)", blank("nomor KPJ")),
];

/** What happened, by its days alone: place and course are told by those who were there, a cause is never printed. */
export function eventFields(facts: LetterFacts): readonly Sentence[] {
  const { kind, happenedOn, accidentOn, happenedTime } = facts;
  if (kind === "natural-death") return [field("Meninggal dunia", fullDay(happenedOn))];
  const accident = field(
    "Kecelakaan",
    fullDay(accidentOn ?? happenedOn),
    " pukul ",
    happenedTime === null ? blank("jam kejadian") : `${happenedTime.replace(":", ".")} WIB`,
  );
  return kind === "work-accident" ? [accident] : [accident, field("Meninggal dunia", fullDay(happenedOn))];
}

/** "Naras I, ....... (disusun 12 Juni 2027)" */
export const placeAndDay = ({ office, today }: LetterFacts): Block => ({
  kind: "text",
  text: [`${office.village}, `, blank("tanggal surat"), ` (disusun ${dayName(today)})`],
});

export const villageSignature = (facts: LetterFacts): readonly Sentence[] => [
  [`${headOf(facts)},`],
  [""],
  [blank("nama, tanda tangan, cap")],
];

export const addressedToBpjs: Block = {
  kind: "text",
  text: ["Yth. Kepala Kantor Cabang BPJS Ketenagakerjaan ", blank("nama kantor cabang")],
};
