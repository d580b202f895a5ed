import { parseCivilDate } from "@tuwai/domain/time";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  type ConsentKind,
  consentKinds,
  type CorrectionSource,
  correctionSources,
  type EditReason,
  findLikelyPersons,
  type LikelyPerson,
  registerPerson,
  type RegisterReason,
} from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";
import { errorsOf } from "./answer-edit.ts";
import { type FieldOf, fieldsInOrder, formNames } from "./field-names.ts";

type Sent = { readonly form: FormData; readonly language: Language };
export type NewWorkerAnswer =
  | { readonly personCode: string }
  | {
      readonly errors: FormErrors;
      /** Null before anybody was looked for. */
      readonly likely: readonly LikelyPerson[] | null;
      readonly sent: Readonly<Record<string, string>>;
    };

/** Looks for whoever may be the same first; only then is somebody new kept. */
export async function answerNewWorker(app: App, actor: Actor, sent: Sent): Promise<NewWorkerAnswer> {
  const { form, language } = sent;
  const t = correctionTexts[language];
  const missing = {
    ...(formText(form, "desa") === "" ? { desa: t.adding.villageMissing } : {}),
    ...(formText(form, formNames.name) === "" ? { [formNames.name]: t.refusals["never-empty"] } : {}),
  };
  if (Object.keys(missing).length > 0) return { errors: missing, likely: null, sent: typed(form) };
  return formText(form, "aksi") === "simpan" ? keep(app, actor, sent) : look(app, actor, sent);
}

async function look(app: App, actor: Actor, { form }: Sent): Promise<NewWorkerAnswer> {
  const birthDate = isoDate(formText(form, formNames.birthDate));
  const nik = formText(form, formNames.nik);
  const likely = await findLikelyPersons(app, actor, {
    villageCode: formText(form, "desa"),
    name: formText(form, formNames.name),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(nik === "" ? {} : { nik }),
  });
  return { errors: {}, likely, sent: typed(form) };
}

/** "03/05/1980" or "1980-05-03"; what is written otherwise finds nobody and is refused when it is kept. */
function isoDate(text: string): string | undefined {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (written === null) return parseCivilDate(text);
  const [, day = "", month = "", year = ""] = written;
  return parseCivilDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

async function keep(app: App, actor: Actor, { form, language }: Sent): Promise<NewWorkerAnswer> {
  const said = fieldsInOrder.map((field): [FieldOf, string] => [field, formText(form, formNames[field])]);
  try {
    const answer = await registerPerson(app, actor, {
      operationId: readOperationId(form, app),
      villageCode: formText(form, "desa"),
      fields: Object.fromEntries(said),
      source:
        correctionSources.find((known) => known === formText(form, "sumber")) ?? ("" as CorrectionSource),
      toldOn: formText(form, "tanggal"),
      note: formText(form, "alasan"),
      consent: consentKinds.find((known) => known === formText(form, "persetujuan")) ?? ("" as ConsentKind),
      isSomebodyElse: formText(form, "orang-lain") === "ya",
    });
    if (answer.outcome === "registered") return { personCode: answer.personCode };
    return { errors: reasonsIn(language, answer.reasons), likely: answer.likely, sent: typed(form) };
  } catch (error) {
    if (!isAppError(error) || error.code !== "identity-number-in-note") throw error;
    return { errors: { alasan: correctionTexts[language].noteRefused }, likely: [], sent: typed(form) };
  }
}

const placeOfReason = {
  "looks-like-somebody": "orang-lain",
  "without-consent-kind": "persetujuan",
  "already-listed": formNames.nik,
  "not-told-apart": formNames.birthDate,
} as const;

const isOfAdding = (reason: RegisterReason): reason is Exclude<RegisterReason, EditReason> =>
  Object.hasOwn(placeOfReason, reason.code);

function reasonsIn(language: Language, reasons: readonly RegisterReason[]): FormErrors {
  const t = correctionTexts[language].adding.refusals;
  const own = reasons.filter(isOfAdding).map(({ code }) => [placeOfReason[code], t[code]] as const);
  const others = reasons.filter((reason): reason is EditReason => !isOfAdding(reason));
  return { ...errorsOf(language, others), ...Object.fromEntries(own) };
}

/** What was typed, for the form that answers this one and nowhere else. */
function typed(form: FormData): Readonly<Record<string, string>> {
  const names = [...Object.values(formNames), "desa", "sumber", "tanggal", "persetujuan", "orang-lain"];
  return Object.fromEntries(
    names.filter((name) => form.has(name)).map((name) => [name, formText(form, name)]),
  );
}
