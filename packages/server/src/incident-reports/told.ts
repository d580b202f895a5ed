import { type IncidentKind, incidentKinds } from "@tuwai/domain/incident-reports";
import { readPhone } from "@tuwai/domain/identity";
import { type CivilDate, parseCivilDate, readTimeOfDay } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { readCardCode } from "#cards";
import type { Keys } from "#keys";

/** Who reports. */
export const tellers = ["family", "neighbour", "official", "health", "other"] as const;
export type Teller = (typeof tellers)[number];

/** What is kept sealed: names, number and place as they were told; each may be empty. */
export type Told = {
  readonly name: string;
  readonly cardCode: string;
  readonly place: string;
  readonly tellerName: string;
  readonly phone: string;
};

/** A report as it is typed, by the reporter or by whoever takes the call. */
export type TypedReport = Told & {
  readonly kind: string;
  /** Empty where nobody knows it. */
  readonly village: string;
  readonly on: string;
  readonly time: string;
  readonly teller: string;
};

export const tellFields = ["kind", "name", "cardCode", "on", "time", "phone", "teller"] as const;
/** The field that has to be mended. */
export type TellField = (typeof tellFields)[number];

export type ReadReport = {
  readonly told: Told;
  readonly kind: IncidentKind;
  readonly on: CivilDate;
  readonly time: string | null;
  readonly teller: Teller;
};

const longest = 200;

/**
 * The report, or the fields that have to be mended. Whether a card's code or a name is known is not looked at: every report is
 * answered alike. Throws `identity-number-in-note`, and `too-large`.
 */
export function readTyped(
  typed: TypedReport,
  today: CivilDate,
): { readonly report: ReadReport } | { readonly mend: readonly TellField[] } {
  const kind = incidentKinds.find((known) => known === typed.kind);
  const teller = tellers.find((known) => known === typed.teller);
  const on = parseCivilDate(typed.on);
  const time = readTimeOfDay(typed.time);
  const cardCode = typed.cardCode.trim() === "" ? "" : readCardCode(typed.cardCode);
  const phone = readNumber(typed.phone);
  const told = { name: text(typed.name), place: text(typed.place), tellerName: text(typed.tellerName) };
  const mend = [
    ...(kind === undefined ? ["kind" as const] : []),
    ...(told.name === "" && cardCode === "" ? ["name" as const] : []),
    ...(cardCode === undefined ? ["cardCode" as const] : []),
    ...(on === undefined || on > today ? ["on" as const] : []),
    ...(time === undefined ? ["time" as const] : []),
    ...(phone === undefined ? ["phone" as const] : []),
    ...(teller === undefined ? ["teller" as const] : []),
  ];
  if (mend.length > 0) return { mend };
  return {
    report: {
      told: { ...told, cardCode: cardCode!, phone: phone! },
      kind: kind!,
      on: on!,
      time: time!,
      teller: teller!,
    },
  };
}

function text(typed: string): string {
  const note = readNote(typed) ?? "";
  if (note.length > longest) throw new AppError("too-large", { limit: longest });
  return note;
}

function readNumber(typed: string): string | undefined {
  if (typed.trim() === "") return "";
  const reading = readPhone(typed);
  return reading.status === "wajar" ? reading.phone : undefined;
}

const placeOfTold = (id: string) => ({ table: "incident_reports", column: "told", rowId: id });

export const sealTold = (keys: Keys, id: string, told: Told): Buffer =>
  keys.seal(JSON.stringify(told), placeOfTold(id));

const forgotten: Told = { name: "", cardCode: "", place: "", tellerName: "", phone: "" };

/** What was told; nothing once it was forgotten. */
export const openTold = (keys: Keys, id: string, sealed: Buffer | null): Told =>
  sealed === null ? forgotten : (JSON.parse(keys.open(sealed, placeOfTold(id))) as Told);
