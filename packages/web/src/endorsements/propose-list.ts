import type { Actor, App } from "@tuwai/server/app";
import { proposeEndorsement } from "@tuwai/server/endorsements";
import { formText, readOperationId } from "#shell";
import { consentTextVersion, eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";
import { hasLongNumber } from "./long-number.ts";

type Answer = { readonly id: string; readonly text: string } | { readonly errors: FormErrors };

/** Sends the form of `ProposeForm`. Without the ticked declaration no text version is sent, and the use case refuses. */
export async function proposeList(
  app: App,
  actor: Actor,
  sent: { readonly form: FormData; readonly village: string; readonly language: Language },
): Promise<Answer> {
  const { form, village, language } = sent;
  const { propose: t, decide } = eligibilityTexts[language];
  const note = formText(form, "catatan");
  if (hasLongNumber(note)) return { errors: { catatan: decide.noteNumbers } };
  const answer = await proposeEndorsement(app, actor, {
    operationId: readOperationId(form, app),
    villageCode: village,
    ...(note === "" ? {} : { note }),
    ...(formText(form, "setuju") === "ya" ? { consentTextVersion } : {}),
  });
  if (answer.outcome === "proposed")
    return {
      id: answer.endorsementId,
      text: t.done(formatNumber(language, answer.included)),
    };
  const errors = answer.reasons.map((reason) => [
    reason === "consent-not-declared" ? "setuju" : "",
    t.refusals[reason],
  ]);
  return { errors: Object.fromEntries(errors) as FormErrors };
}
