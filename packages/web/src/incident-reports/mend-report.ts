import type { CivilDate } from "@tuwai/domain/time";
import { isAppError } from "@tuwai/server/app";
import { readTyped, type TypedReport } from "@tuwai/server/incident-reports";
import { incidentReportTexts } from "#language/incident-reports.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";
import { type Draft, fieldsOf, type Question, questions, reportOf } from "./draft.ts";

const written = ["name", "place", "tellerName"] as const;
const nothing: TypedReport = {
  kind: "death",
  name: "x",
  cardCode: "",
  village: "",
  on: "2000-01-01",
  time: "",
  place: "",
  teller: "other",
  phone: "",
  tellerName: "",
};

/** What of a whole report has to be mended, each field with its sentence; undefined where nothing has. */
export function mendReport(
  report: TypedReport,
  today: CivilDate,
  language: Language,
): FormErrors | undefined {
  const t = incidentReportTexts[language];
  try {
    const read = readTyped(report, today);
    if (!("mend" in read)) return undefined;
    return Object.fromEntries(read.mend.map((field) => [field, t.missing[field]]));
  } catch (error) {
    if (!isAppError(error)) throw error;
    const said = error.code === "identity-number-in-note" ? t.holdsNumber : t.tooLong;
    return { [written.find((field) => isRefused(field, report[field], today)) ?? "name"]: said };
  }
}

function isRefused(field: (typeof written)[number], text: string, today: CivilDate): boolean {
  try {
    readTyped({ ...nothing, [field]: text }, today);
    return false;
  } catch {
    return true;
  }
}

/** The same of one question. */
export function mendQuestion(
  question: Question,
  {
    draft,
    today,
    language,
  }: { readonly draft: Draft; readonly today: CivilDate; readonly language: Language },
): FormErrors | undefined {
  const report = reportOf(draft);
  const mine = fieldsOf[question];
  const asked = { ...nothing, ...Object.fromEntries(mine.map((field) => [field, report[field]])) };
  const errors = mendReport(asked, today, language) ?? {};
  const all =
    question === "who" && (draft.village ?? "") === ""
      ? { ...errors, village: incidentReportTexts[language].missing.village }
      : errors;
  return Object.keys(all).length === 0 ? undefined : all;
}

/** The first question whose answer has to be mended before the report is sent. */
export const firstToMend = (of: Parameters<typeof mendQuestion>[1]): Question | undefined =>
  questions.find((question) => question !== "check" && mendQuestion(question, of) !== undefined);
