import type { Actor, App } from "@tuwai/server/app";
import { answerAbsences } from "@tuwai/server/comparison";
import { comparisonTexts } from "#language/comparison.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { absenceField, answerAt, everybodyElse, readAbsences } from "./read-absences.ts";

type Asked = { readonly form: FormData; readonly language: Language; readonly batchId: string };

/** Keeps what can be kept; the rest is said beside its person. */
export async function keepAbsences(
  app: App,
  actor: Actor,
  { form, language, batchId }: Asked,
): Promise<{ readonly done: string } | { readonly errors: FormErrors }> {
  const t = comparisonTexts[language];
  const answers = readAbsences(form);
  const others = answerAt(form, everybodyElse);
  if (answers.length === 0 && others === undefined) return { errors: { "": t.empty } };
  const { told, refused } = await answerAbsences(app, actor, {
    operationId: readOperationId(form, app),
    batchId,
    answers,
    ...(others === undefined ? {} : { others }),
  });
  const number = (n: number): string => formatNumber(language, n);
  if (refused.length === 0) return { done: t.saved(number(told)) };
  const asked = new Set(answers.map(({ personCode }) => personCode));
  return {
    errors: {
      "": t.partly(number(told), number(refused.length)),
      ...Object.fromEntries(
        refused.map(({ personCode, reasons }) => [
          absenceField(asked.has(personCode) ? personCode : everybodyElse, "tanggal"),
          sayRefusal(language, reasons),
        ]),
      ),
    },
  };
}

export function sayRefusal(language: Language, reasons: readonly string[]): string {
  const says: Readonly<Record<string, string>> = lifeEventTexts[language].refusals;
  return reasons.map((reason) => says[reason] ?? reason).join(" ");
}
