import { parseCivilDate } from "@tuwai/domain/time";
import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  lifeEventDocuments,
  lifeEventKinds,
  type LifeEventReason,
  lifeEventTellers,
  recordLifeEvent,
  undoLifeEvent,
} from "@tuwai/server/life-events";
import type { Language } from "#language/language.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly personCode: string; readonly language: Language };
type Answer =
  | { readonly done: string }
  | {
      readonly errors: FormErrors;
      readonly sent: SentBack;
    };

/** The note is not sent back: it may hold what must not be kept. */
const sentBack = ["peristiwa", "tanggal", "kecelakaan", "dasar", "pemberi-kabar"] as const;

/** What was filled in, for the form that comes back with its faults. */
export type SentBack = Readonly<Record<(typeof sentBack)[number], string>>;

/** What the form says is recorded, or one record is taken back; else what has to be mended. */
export async function answerLifeEvent(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const { form, language } = sent;
  const t = lifeEventTexts[language];
  const lifeEventId = formText(form, "urungkan");
  if (lifeEventId === "") return record(app, actor, sent);
  const answer = await undoLifeEvent(app, actor, { operationId: readOperationId(form, app), lifeEventId });
  if (answer.outcome === "undone") return { done: t.undone };
  return refused(form, { "": answer.reasons.map((reason) => t.refusals[reason]).join(" ") });
}

async function record(app: App, actor: Actor, { form, personCode, language }: Sent): Promise<Answer> {
  const t = lifeEventTexts[language];
  const kind = lifeEventKinds.find((known) => known === formText(form, "peristiwa"));
  const on = parseCivilDate(formText(form, "tanggal"));
  const accident = formText(form, "kecelakaan");
  const accidentOn = parseCivilDate(accident);
  const document = lifeEventDocuments.find((known) => known === formText(form, "dasar"));
  const toldBy = lifeEventTellers.find((known) => known === formText(form, "pemberi-kabar"));
  if (kind === undefined || on === undefined || document === undefined || toldBy === undefined)
    return refused(form, {
      peristiwa: kind === undefined ? t.missing.kind : undefined,
      tanggal: on === undefined ? t.missing.on : undefined,
      dasar: document === undefined ? t.missing.document : undefined,
      "pemberi-kabar": toldBy === undefined ? t.missing.toldBy : undefined,
    });
  // Judged on the wrong day a family gets too little or is promised too much: what is no day is asked again.
  if (accident !== "" && accidentOn === undefined) return refused(form, { kecelakaan: t.missing.accident });
  const note = formText(form, "keterangan");
  try {
    const operationId = readOperationId(form, app);
    const told = { kind, on, document, toldBy, note, ...(accidentOn === undefined ? {} : { accidentOn }) };
    const answer = await recordLifeEvent(app, actor, { operationId, personCode, ...told });
    if (answer.outcome === "recorded") return { done: t.recorded(t.kinds[kind]) };
    return refused(form, errorsOf(answer.reasons, t.refusals));
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return refused(form, { keterangan: t.missing.note });
    throw error;
  }
}

const aboutKind: readonly LifeEventReason[] = ["already-known", "not-moved-away"];
const aboutAccident: readonly LifeEventReason[] = [
  "accident-without-death",
  "accident-after-death",
  "accident-before-birth",
];

function errorsOf(
  reasons: readonly LifeEventReason[],
  words: Readonly<Record<LifeEventReason, string>>,
): FormErrors {
  const of = (isMine: (reason: LifeEventReason) => boolean) =>
    reasons
      .filter(isMine)
      .map((reason) => words[reason])
      .join(" ") || undefined;
  return {
    peristiwa: of((reason) => aboutKind.includes(reason)),
    tanggal: of((reason) => !aboutKind.includes(reason) && !aboutAccident.includes(reason)),
    kecelakaan: of((reason) => aboutAccident.includes(reason)),
  };
}

function refused(form: FormData, errors: FormErrors): Answer {
  const sent = Object.fromEntries(sentBack.map((name) => [name, formText(form, name)]));
  return { errors, sent: sent as Record<(typeof sentBack)[number], string> };
}
