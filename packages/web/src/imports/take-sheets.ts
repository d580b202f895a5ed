import type { Actor, App } from "@tuwai/server/app";
import { type BatchIn, chooseSheets } from "@tuwai/server/imports";
import { importStepTexts } from "#language/import-steps.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Choosable = BatchIn<"needs-mapping" | "checked">;
export type Sheet = { readonly name: string; readonly rows: number };

/** The sheets that hold lists, while nobody has said which of them are meant. */
export function sheetsToChoose({ warnings, recognition, state }: Choosable): readonly Sheet[] {
  if (state !== "needs-mapping" || !warnings.some(({ code }) => code === "E-SHEET")) return [];
  return recognition.sheetScores.flatMap(({ name = "", rows = 0 }) => (rows > 0 ? [{ name, rows }] : []));
}

type Given = { readonly batch: Choosable; readonly language: Language; readonly form: FormData };

/** What is wrong with the choice; null when it was taken. */
export async function takeSheets(
  app: App,
  actor: Actor,
  { batch, language, form }: Given,
): Promise<FormErrors | null> {
  const names = sheetsToChoose(batch).map(({ name }) => name);
  const sheets = form.getAll("lembar").filter((name) => typeof name === "string" && names.includes(name));
  if (sheets.length === 0) return { lembar: importStepTexts[language].columns.sheets.none };
  const version = Number(formText(form, "versi"));
  const operationId = readOperationId(form, app);
  await chooseSheets(app, actor, { operationId, batchId: batch.id, version, sheets: sheets.map(String) });
  return null;
}
