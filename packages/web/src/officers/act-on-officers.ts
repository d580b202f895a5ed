import type { Actor, App } from "@tuwai/server/app";
import { endOffice, enrolOfficers, type OfficerReason, reportWages } from "@tuwai/server/officers";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { officerTexts } from "#language/officers.ts";
import { formText, readIds, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

export type Refused = {
  readonly name: string;
  readonly reasons: readonly (OfficerReason | "unknown-person")[];
};

/** What was done in a sentence, or what stands against it; both where some could be enrolled and some not. */
export type OfficersAnswer = {
  readonly done: string | null;
  readonly errors: FormErrors;
  readonly refused: readonly Refused[];
};

type Sent = { readonly form: FormData; readonly language: Language };

/** Enrols the officers chosen, takes over their newest wage, or ends their office: the button pressed says which. */
export async function actOnOfficers(
  app: App,
  actor: Actor,
  { form, language }: Sent,
): Promise<OfficersAnswer> {
  const t = officerTexts[language];
  const personIds = readIds(form, form.has("semua") ? "tampil" : "orang");
  if (personIds.length === 0) return { done: null, errors: { orang: t.act.none }, refused: [] };
  const input = { operationId: readOperationId(form, app), personIds };
  const number = (n: number) => formatNumber(language, n);
  const what = formText(form, "tindakan");
  if (what === "upah") {
    const answer = await reportWages(app, actor, input);
    return done(answer.outcome === "reported" ? t.done.reported(number(answer.officers)) : t.done.nothingNew);
  }
  if (what === "akhiri") {
    const ending = { ...input, lastMonth: formText(form, "bulan"), reason: formText(form, "sebab") };
    const answer = await endOffice(app, actor, ending);
    if (answer.outcome === "ended") return done(t.done.ended(number(answer.officers)));
    const errors = answer.reasons.map((reason) => [fieldOf[reason], t.refused[reason]]);
    return { done: null, errors: Object.fromEntries(errors), refused: [] };
  }
  const { enrolled, refused } = await enrolOfficers(app, actor, input);
  return {
    done: enrolled.length === 0 ? null : t.done.enrolled(number(enrolled.length)),
    errors: {},
    refused: refused.map(({ personCode, personId, reasons }) => ({ name: personCode ?? personId, reasons })),
  };
}

const fieldOf = { "not-enrolled": "orang", "reason-missing": "sebab", "month-unclear": "bulan" } as const;

const done = (says: string): OfficersAnswer => ({ done: says, errors: {}, refused: [] });
