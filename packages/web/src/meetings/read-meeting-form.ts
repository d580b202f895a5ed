import { commitmentGroups } from "@tuwai/domain/commitments";
import type { PlannedItem } from "@tuwai/domain/meetings";
import { formText } from "#shell";

/** As many lines as the agenda of a new meeting offers. */
export const agendaLines = 12;

/** What stands in the form of a meeting, as it was typed. */
export const typedMeeting = (form: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== "kelompok" ? [[name, value]] : [],
    ),
  );

export const groupsIn = (form: FormData): readonly string[] =>
  commitmentGroups.filter((group) => form.getAll("kelompok").includes(group));

/** A day and an hour of the city as people type it ("09.00", "9:00"); an invalid date for what is neither. */
export function momentOf(day: string, clock: string): Date {
  const found = /^(\d{1,2})[.:](\d{2})$/.exec(clock.trim());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || found === null) return new Date(Number.NaN);
  return new Date(`${day}T${found[1]!.padStart(2, "0")}:${found[2]}:00+07:00`);
}

/** The plan of a meeting as its use cases take it; whatever is wrong with it, they say. */
export function readMeetingForm(form: FormData) {
  const day = formText(form, "tanggal");
  return {
    title: formText(form, "judul"),
    year: Number(formText(form, "tahun")),
    groups: groupsIn(form),
    startsAt: momentOf(day, formText(form, "mulai")),
    endsAt: momentOf(day, formText(form, "selesai")),
    place: formText(form, "tempat"),
    leader: formText(form, "pimpinan"),
    secretary: formText(form, "notulis"),
    letterNumber: formText(form, "nomor"),
    basis: formText(form, "dasar"),
  };
}

/** The lines of the agenda that have a title. */
export const itemsIn = (form: FormData): readonly PlannedItem[] =>
  Array.from({ length: agendaLines }, (_, at) => ({
    title: formText(form, `acara-${at + 1}`),
    minutes: Number(formText(form, `menit-${at + 1}`)) || 0,
    presenter: formText(form, `penyaji-${at + 1}`),
  })).filter(({ title }) => title !== "");

const fieldOf: Readonly<Record<string, string>> = {
  "title-missing": "judul",
  "no-group": "kelompok",
  "bad-year": "tahun",
  "ends-before-start": "mulai",
  "planned-already": "judul",
};

/** Each reason in the field that it is about. */
export const errorsOf = <Reason extends string>(
  reasons: readonly Reason[],
  words: Readonly<Record<Reason, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(reasons.map((reason) => [fieldOf[reason] ?? "", words[reason]]));
