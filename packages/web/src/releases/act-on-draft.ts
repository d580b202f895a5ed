import type { Actor, App } from "@tuwai/server/app";
import { confirmRelease, dropRelease, noteOnRelease, submitRelease } from "@tuwai/server/releases";
import type { Language } from "#language/language.ts";
import { releaseTexts } from "#language/releases.ts";
import { type FailedAct, formText, readOperationId } from "#shell";

type Sent = {
  readonly app: App;
  readonly actor: Actor;
  readonly form: FormData;
  readonly language: Language;
};
type Answer = { readonly said: string } | FailedAct;

const asked = ({ app, form }: Sent) => ({
  operationId: readOperationId(form, app),
  draftId: formText(form, "rilis"),
  version: Number(formText(form, "versi")),
});

/** By the name of the form what it asks for; what speaks against it comes back in sentences. */
export const draftActs: Readonly<Record<string, (sent: Sent) => Promise<Answer>>> = {
  ajukan: async (sent) => told(sent, "ajukan", await submitRelease(sent.app, sent.actor, asked(sent))),
  sahkan: async (sent) => told(sent, "sahkan", await confirmRelease(sent.app, sent.actor, asked(sent))),
  batal: async (sent) =>
    told(
      sent,
      "batal",
      await dropRelease(sent.app, sent.actor, { ...asked(sent), reason: formText(sent.form, "alasan") }),
    ),
  catat: async (sent) =>
    told(
      sent,
      "catat",
      await noteOnRelease(sent.app, sent.actor, {
        operationId: readOperationId(sent.form, sent.app),
        releaseMonth: formText(sent.form, "bulan"),
        words: formText(sent.form, "catatan"),
      }),
    ),
};

type Outcome =
  | { readonly outcome: "submitted" | "confirmed" | "dropped" | "noted" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (keyof (typeof releaseTexts)["id"]["desk"]["refusals"])[];
    };

function told({ form, language }: Sent, act: string, answer: Outcome): Answer {
  const t = releaseTexts[language].desk;
  if (answer.outcome !== "refused") return { said: t.said[answer.outcome] };
  const error = answer.reasons.map((reason) => t.refusals[reason]).join(" ");
  return { act, error, typed: { alasan: formText(form, "alasan"), catatan: formText(form, "catatan") } };
}
