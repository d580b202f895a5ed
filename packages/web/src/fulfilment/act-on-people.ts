import type { Actor, App } from "@tuwai/server/app";
import { enrolFromCommitments, undoCommitmentEnrolment } from "@tuwai/server/fulfilment";
import { formatNumber } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";
import type { FormErrors } from "#ui";

type Sent = {
  readonly form: FormData;
  readonly language: Language;
  readonly villageCode: string;
  readonly year: number;
};

export type PeopleAnswer = { readonly done: string } | { readonly errors: FormErrors };

/** Enrols whom the page showed, or takes an enrolment back: the button pressed says which. */
export async function actOnPeople(app: App, actor: Actor, sent: Sent): Promise<PeopleAnswer> {
  const { form, language, villageCode, year } = sent;
  const t = fulfilmentTexts[language].people;
  const number = (n: number) => formatNumber(language, n);
  const operationId = readOperationId(form, app);
  if (formText(form, "aksi") === "batalkan") {
    const commitmentEnrolmentId = formText(form, "pendaftaran");
    const answer = await undoCommitmentEnrolment(app, actor, { operationId, commitmentEnrolmentId });
    if (answer.outcome === "undone") return { done: t.runs.done(number(answer.people)) };
    const [reason] = answer.reasons;
    return { errors: { "": reason === "sent" ? t.runs.refusedSent : t.runs["undone-already"] } };
  }
  const people = Number(formText(form, "orang"));
  const answer = await enrolFromCommitments(app, actor, { operationId, villageCode, year, people });
  if (answer.outcome === "enrolled")
    return { done: t.confirm.done(number(answer.enrolled), number(answer.counted)) };
  return { errors: { "": t.confirm[answer.reasons[0] ?? "nobody"] } };
}
