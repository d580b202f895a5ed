import { openPurposes } from "@tuwai/domain/families";
import type { Actor, App } from "@tuwai/server/app";
import { openFamily, type ShownFamily } from "@tuwai/server/families";
import { data, redirect } from "react-router";
import { familyTexts } from "#language/families.ts";
import { languageOf, localPath } from "#language/language.ts";
import { type FailedAct, flash, formText } from "#shell";
import { actOnFamily, familyActs } from "./act-on-family.ts";

export type FamilyAnswer = {
  readonly failed?: FailedAct;
  readonly opened?: ShownFamily;
  readonly openError?: string;
};

/** What the forms of a family's page are handed. */
export const formsOf = (app: App) => ({
  today: app.clock.today(),
  operations: Object.fromEntries(familyActs.map((act) => [act, app.newId()])),
});

type Sent = { readonly request: Request; readonly kode: string; readonly back: string };

/** Does what a form asks for and leads back to the page that showed it; names are opened in the answer alone. */
export async function answerFamily(app: App, actor: Actor, { request, kode, back }: Sent) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  if (formText(form, "tindakan") === "buka") {
    const purpose = formText(form, "untuk");
    if (!openPurposes.some((known) => known === purpose))
      return data<FamilyAnswer>({ openError: familyTexts[language].open.missing }, 422);
    return data<FamilyAnswer>({ opened: await openFamily(app, actor, { personCode: kode, purpose }) });
  }
  const answer = await actOnFamily(app, actor, { form, kode, language });
  if (answer !== null && "error" in answer) return data<FamilyAnswer>({ failed: answer }, 422);
  const headers = answer === null ? {} : flash("ok", answer.done);
  throw redirect(localPath(language, back), { status: 303, headers });
}
