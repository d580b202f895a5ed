import { type AbsenceAnswer, absenceAnswers } from "@tuwai/domain/comparison";
import type { Absence } from "@tuwai/server/comparison";
import { formText } from "#shell";

/** Rows are told apart by the person's code: "PK-7T4M-2Q.jawaban". */
export const absenceField = (code: string, name: "jawaban" | "tanggal"): string => `${code}.${name}`;

export const everybodyElse = "lainnya";

/** What a form says of people no longer on a list; those without an answer are left out. */
export function readAbsences(form: FormData): readonly Absence[] {
  return form.getAll("orang").flatMap((code) => {
    const said = typeof code === "string" ? answerAt(form, code) : undefined;
    return said === undefined ? [] : [{ personCode: code as string, ...said }];
  });
}

export function answerAt(
  form: FormData,
  code: string,
): { readonly answer: AbsenceAnswer; readonly on?: string } | undefined {
  const text = formText(form, absenceField(code, "jawaban"));
  const answer = absenceAnswers.find((known) => known === text);
  const on = formText(form, absenceField(code, "tanggal"));
  return answer === undefined ? undefined : { answer, ...(on === "" ? {} : { on }) };
}
