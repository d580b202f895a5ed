import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  consentWays,
  recordWorkersConsent,
  undoConsentWithdrawal,
  withdrawalTellers,
  withdrawalWays,
  withdrawWorkersConsent,
  type WithdrawalReason,
} from "@tuwai/server/consents";
import { consentTexts } from "#language/consents.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly personCode: string; readonly language: Language };
type Answer =
  | { readonly done: string }
  | {
      readonly errors: FormErrors;
      readonly sent: Readonly<Record<"siapa" | "cara" | "tanggal", string>>;
    };

/** A consent is withdrawn, given again, or a withdrawal is taken back; else what has to be mended. */
export function answerConsent(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  if (formText(sent.form, "urungkan") !== "") return undo(app, actor, sent);
  return formText(sent.form, "langkah") === "setuju" ? give(app, actor, sent) : withdraw(app, actor, sent);
}

async function undo(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = consentTexts[language];
  const withdrawalId = formText(form, "urungkan");
  const answer = await undoConsentWithdrawal(app, actor, {
    operationId: readOperationId(form, app),
    withdrawalId,
  });
  if (answer.outcome === "undone") return { done: t.undone };
  return refused(form, { "": answer.reasons.map((reason) => t.reasons[reason]).join(" ") });
}

async function give(app: App, actor: Actor, { form, personCode, language }: Sent): Promise<Answer> {
  const t = consentTexts[language];
  const consent = consentWays.find((known) => known === formText(form, "persetujuan"));
  if (consent === undefined) return refused(form, { persetujuan: t.reasons["without-consent-kind"] });
  const operationId = readOperationId(form, app);
  const answer = await recordWorkersConsent(app, actor, { operationId, personCode, consent });
  if (answer.outcome === "recorded") return { done: t.given };
  return refused(form, { persetujuan: answer.reasons.map((reason) => t.reasons[reason]).join(" ") });
}

const fieldOf: Readonly<Record<WithdrawalReason, string>> = {
  "without-teller": "siapa",
  "without-way": "cara",
  "without-day": "tanggal",
  "day-in-the-future": "tanggal",
  "already-withdrawn": "",
  "nothing-given": "",
};

async function withdraw(app: App, actor: Actor, { form, personCode, language }: Sent): Promise<Answer> {
  const t = consentTexts[language];
  const toldBy = withdrawalTellers.find((known) => known === formText(form, "siapa"));
  const toldHow = withdrawalWays.find((known) => known === formText(form, "cara"));
  if (toldBy === undefined || toldHow === undefined)
    return refused(form, {
      siapa: toldBy === undefined ? t.reasons["without-teller"] : undefined,
      cara: toldHow === undefined ? t.reasons["without-way"] : undefined,
    });
  try {
    const answer = await withdrawWorkersConsent(app, actor, {
      operationId: readOperationId(form, app),
      personCode,
      toldBy,
      toldHow,
      toldOn: formText(form, "tanggal"),
      note: formText(form, "keterangan"),
    });
    if (answer.outcome === "withdrawn") return { done: t.withdrawn };
    return refused(
      form,
      Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
    );
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note")
      return refused(form, { keterangan: t.noteRefused });
    throw error;
  }
}

/** The note is not sent back: it may hold what must not be kept. */
const refused = (form: FormData, errors: FormErrors): Answer => ({
  errors,
  sent: { siapa: formText(form, "siapa"), cara: formText(form, "cara"), tanggal: formText(form, "tanggal") },
});
