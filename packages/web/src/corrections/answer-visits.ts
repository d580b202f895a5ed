import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { correctionSources, editPerson } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { errorsOf } from "./answer-edit.ts";
import { type FieldOf, fieldsInOrder, formNames } from "./field-names.ts";

/** Rows are told apart by the person's code: "PK-7T4M-2Q.hp". */
export const rowField = (code: string, name: string): string => `${code}.${name}`;

export type VisitsAnswer =
  | { readonly done: string }
  | { readonly errors: FormErrors; readonly sent: Readonly<Record<string, string>> };

/** Each row of a visit is a word about one person: what can be kept is kept, the rest is said beside its field. */
export async function answerVisits(
  app: App,
  actor: Actor,
  { form, language }: { readonly form: FormData; readonly language: Language },
): Promise<VisitsAnswer> {
  const t = correctionTexts[language].visits;
  const rows = form.getAll("orang").flatMap((code) => (typeof code === "string" ? rowOf(form, code) : []));
  if (rows.length === 0) return { errors: { "": t.empty }, sent: {} };
  const errors: Record<string, string> = {};
  let failed = 0;
  for (const row of rows) {
    const found = await keepRow(app, actor, { form, language, row });
    const said = Object.entries(found).flatMap(([name, text]) => (text ? [[name, text] as const] : []));
    if (said.length > 0) failed += 1;
    for (const [name, text] of said)
      if (name === "tanggal" || name === "sumber" || name === "alasan") errors[name] = text;
      else errors[rowField(row.code, name === "" ? "baris" : name)] = text;
  }
  if (failed === 0) return { done: t.saved(formatNumber(language, rows.length)) };
  return { errors: { "": t.partly(formatNumber(language, failed)), ...errors }, sent: sentOf(form) };
}

type Row = { readonly code: string; readonly fields: Readonly<Partial<Record<FieldOf, string>>> };

function rowOf(form: FormData, code: string): Row[] {
  const filled = fieldsInOrder.flatMap((field): [FieldOf, string][] => {
    const text = formText(form, rowField(code, formNames[field]));
    return text === "" ? [] : [[field, text]];
  });
  return filled.length === 0 ? [] : [{ code, fields: Object.fromEntries(filled) }];
}

type Kept = { readonly form: FormData; readonly language: Language; readonly row: Row };

async function keepRow(app: App, actor: Actor, { form, language, row }: Kept): Promise<FormErrors> {
  const { code, fields } = row;
  const operation = new FormData();
  operation.set("operasi", formText(form, rowField(code, "operasi")));
  try {
    const answer = await editPerson(app, actor, {
      operationId: readOperationId(operation, app),
      personCode: code,
      version: Number(formText(form, rowField(code, "versi"))) || 0,
      fields,
      source: correctionSources.find((known) => known === formText(form, "sumber")) ?? "visit",
      toldOn: formText(form, "tanggal"),
      note: formText(form, "alasan"),
    });
    return answer.outcome === "recorded" ? {} : errorsOf(language, answer.reasons);
  } catch (error) {
    const t = correctionTexts[language];
    if (isAppError(error) && error.code === "stale") return { "": t.stale };
    if (isAppError(error) && error.code === "identity-number-in-note") return { alasan: t.noteRefused };
    throw error;
  }
}

/** Everything that was typed but numbers of the card. */
function sentOf(form: FormData): Readonly<Record<string, string>> {
  const shown = [...form.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].endsWith(`.${formNames.nik}`),
  );
  return Object.fromEntries(shown);
}
