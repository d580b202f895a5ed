import { AppError, type Actor, type App } from "@tuwai/server/app";
import {
  decideEndorsement,
  type Endorsement,
  excludeFromEndorsement,
  exclusionReasons,
  getEndorsement,
  includeInEndorsement,
} from "@tuwai/server/endorsements";
import { formText, readOperationId } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";
import { hasLongNumber } from "./long-number.ts";
import { codeWords } from "#eligibility";

type Sent = {
  readonly form: FormData;
  readonly id: string;
  readonly page: number;
  readonly language: Language;
};
type Answer = { readonly text: string } | { readonly errors: FormErrors; readonly isStale: boolean };
type Work = { readonly list: Endorsement; readonly sent: Sent };

const acts = { sahkan: approve, kembalikan: giveBack, keluarkan: exclude, masukkan: include };

/** One press on a list. When the list changed since it was shown, nothing is done and it is shown anew. */
export async function actOnList(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const act = formText(sent.form, "aksi");
  if (!Object.hasOwn(acts, act)) throw new AppError("invalid-input", { field: "aksi" });
  const list = await getEndorsement(app, actor, { id: sent.id, page: sent.page });
  const t = eligibilityTexts[sent.language];
  if (list.version !== Number(formText(sent.form, "versi")))
    return { errors: { "": t.list.stale }, isStale: true };
  return acts[act as keyof typeof acts](app, actor, { list, sent });
}

const refused = (errors: FormErrors): Answer => ({ errors, isStale: false });

async function approve(app: App, actor: Actor, { list, sent }: Work): Promise<Answer> {
  const t = eligibilityTexts[sent.language].decide;
  const answer = await decideEndorsement(app, actor, {
    operationId: readOperationId(sent.form, app),
    endorsementId: list.id,
    version: list.version,
    verdict: "approve",
  });
  if (answer.outcome === "decided") return { text: t.approved(formatNumber(sent.language, list.included)) };
  const codes = answer.reasons.flatMap((reason) => ("personCodes" in reason ? reason.personCodes : []));
  return refused({ "": t.noLongerFit(codes.join(", ")) });
}

async function giveBack(app: App, actor: Actor, { list, sent }: Work): Promise<Answer> {
  const t = eligibilityTexts[sent.language].decide;
  const note = formText(sent.form, "catatan");
  if (note === "") return refused({ catatan: t.noteMissing });
  if (hasLongNumber(note)) return refused({ catatan: t.noteNumbers });
  const answer = await decideEndorsement(app, actor, {
    operationId: readOperationId(sent.form, app),
    endorsementId: list.id,
    version: list.version,
    verdict: "return",
    note,
  });
  return answer.outcome === "decided" ? { text: t.returned } : refused({ catatan: t.noteMissing });
}

async function exclude(app: App, actor: Actor, { list, sent }: Work): Promise<Answer> {
  const t = eligibilityTexts[sent.language];
  const reason = exclusionReasons.find((known) => known === formText(sent.form, "alasan"));
  if (reason === undefined) return refused({ alasan: t.exclude.choose });
  const answer = await excludeFromEndorsement(app, actor, { ...changeOf(app, list, sent), reason });
  return answer.outcome === "changed"
    ? { text: t.list.excluded(nameOf(list, sent)) }
    : refused({ "": t.list.alreadySo });
}

async function include(app: App, actor: Actor, { list, sent }: Work): Promise<Answer> {
  const t = eligibilityTexts[sent.language];
  const answer = await includeInEndorsement(app, actor, changeOf(app, list, sent));
  if (answer.outcome === "changed") return { text: t.list.includedAgain(nameOf(list, sent)) };
  const words = answer.reasons.map((code) =>
    code === "already-so" ? t.list.alreadySo : t.list.notByHand(codeWords(t, code)),
  );
  return refused({ "": words.join(" ") });
}

function changeOf(app: App, list: Endorsement, { form }: Sent) {
  return {
    operationId: readOperationId(form, app),
    endorsementId: list.id,
    personId: formText(form, "orang"),
    version: list.version,
  };
}

function nameOf(list: Endorsement, { form, language }: Sent): string {
  const item = list.items.find(({ person }) => person.id === formText(form, "orang"));
  return item?.person.name ?? item?.person.code ?? eligibilityTexts[language].list.nobody;
}
