import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { fundByCity } from "@tuwai/server/matching";
import {
  extendReservation,
  listReservations,
  releaseReservation,
  type ReservationOutcome,
} from "@tuwai/server/reservations";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { payerTexts } from "#language/payers.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = { readonly form: FormData; readonly language: Language; readonly payerId: string };
type Answer = { readonly errors: FormErrors } | { readonly done: string; readonly tone?: "ok" | "warn" };

/** The payer takes everybody who is held for it. */
export async function fundHeld(app: App, actor: Actor, { form, language, payerId }: Sent): Promise<Answer> {
  const t = payerTexts[language].held;
  const held = (await listReservations(app, actor, { payerId })).filter(({ state }) => state === "held");
  const answer = await fundByCity(app, actor, {
    operationId: readOperationId(form, app),
    personIds: held.map(({ personId }) => personId),
    fundSource: "csr",
    payerId,
  });
  const [funded, refused] = [answer.funded.length, answer.refused.length];
  const done = t.funded(formatNumber(language, funded), formatNumber(language, refused));
  return { done, tone: refused === 0 ? "ok" : "warn" };
}

const one = (app: App, form: FormData) => ({
  operationId: readOperationId(form, app),
  reservationId: formText(form, "tahan"),
  version: Number(formText(form, "versi")),
  reason: formText(form, "sebab"),
});

export const extendHeld = (app: App, actor: Actor, { form, language }: Sent): Promise<Answer> =>
  told(language, () =>
    extendReservation(app, actor, { ...one(app, form), untilDay: formText(form, "hari") }),
  );

export const releaseHeld = (app: App, actor: Actor, { form, language }: Sent): Promise<Answer> =>
  told(language, () => releaseReservation(app, actor, one(app, form)));

const fieldOf = {
  "without-reason": "sebab",
  "day-unclear": "hari",
  "extended-too-often": "hari",
  "released-already": "sebab",
} as const;

async function told(language: Language, act: () => Promise<ReservationOutcome>): Promise<Answer> {
  const t = payerTexts[language].held;
  try {
    const answer = await act();
    if (answer.outcome === "done") return { done: t.done };
    return {
      errors: Object.fromEntries(answer.reasons.map((reason) => [fieldOf[reason], t.reasons[reason]])),
    };
  } catch (error) {
    if (isAppError(error) && error.code === "stale") return { done: t.stale, tone: "warn" };
    if (isAppError(error) && error.code === "identity-number-in-note")
      return { errors: { sebab: payerTexts[language].add.noteRefused } };
    throw error;
  }
}
