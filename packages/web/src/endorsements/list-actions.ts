import { type Actor, type App, isAppError } from "@tuwai/server/app";
import {
  decideEndorsement,
  excludeFromEndorsement,
  exclusionReasons,
  getEndorsementItem,
  getEndorsementSummary,
  includeInEndorsement,
} from "@tuwai/server/endorsements";
import { actionOf, formText, readOperationId } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";
import { hasLongNumber } from "./long-number.ts";
import { codeWords } from "#eligibility";

type Sent = { readonly form: FormData; readonly endorsementId: string; readonly language: Language };
type Answer = { readonly text: string } | { readonly errors: FormErrors; readonly isStale: boolean };

const acts = { sahkan: approve, kembalikan: giveBack, keluarkan: exclude, masukkan: include };

/** One press on a list. When the list changed since it was shown, nothing is done and it is shown anew. */
export async function actOnList(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const act = actionOf(sent.form, acts);
  try {
    return await act(app, actor, sent);
  } catch (error) {
    if (!isAppError(error) || error.code !== "stale") throw error;
    return { errors: { "": eligibilityTexts[sent.language].list.stale }, isStale: true };
  }
}

const refused = (errors: FormErrors): Answer => ({ errors, isStale: false });

/** The list and the version of it that the reader saw. */
function asked(app: App, { form, endorsementId }: Sent) {
  return {
    operationId: readOperationId(form, app),
    endorsementId,
    version: Number(formText(form, "versi")),
  };
}

async function approve(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = eligibilityTexts[sent.language].decide;
  const answer = await decideEndorsement(app, actor, { ...asked(app, sent), verdict: "approve" });
  if (answer.outcome === "decided") {
    const { included } = await getEndorsementSummary(app, actor, sent);
    return { text: t.approved(formatNumber(sent.language, included)) };
  }
  const codes = answer.reasons.flatMap((reason) => ("personCodes" in reason ? reason.personCodes : []));
  return refused({ "": t.noLongerFit(codes.join(", ")) });
}

async function giveBack(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = eligibilityTexts[sent.language].decide;
  const note = formText(sent.form, "catatan");
  if (note === "") return refused({ catatan: t.noteMissing });
  if (hasLongNumber(note)) return refused({ catatan: t.noteNumbers });
  const answer = await decideEndorsement(app, actor, { ...asked(app, sent), verdict: "return", note });
  if (answer.outcome === "decided") return { text: t.returned };
  const enrolled = answer.reasons.find((reason) => reason.code === "already-enrolled");
  return refused(
    enrolled === undefined
      ? { catatan: t.noteMissing }
      : { "": t.alreadyEnrolled(formatNumber(sent.language, enrolled.count)) },
  );
}

async function exclude(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = eligibilityTexts[sent.language];
  const reason = exclusionReasons.find((known) => known === formText(sent.form, "alasan"));
  if (reason === undefined) return refused({ alasan: t.exclude.choose });
  const answer = await excludeFromEndorsement(app, actor, { ...changeOf(app, sent), reason });
  return answer.outcome === "changed"
    ? { text: t.list.excluded(await nameOf(app, actor, sent)) }
    : refused({ "": t.list.alreadySo });
}

async function include(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const t = eligibilityTexts[sent.language];
  const answer = await includeInEndorsement(app, actor, changeOf(app, sent));
  if (answer.outcome === "changed") return { text: t.list.includedAgain(await nameOf(app, actor, sent)) };
  const words = answer.reasons.map((code) =>
    code === "already-so" ? t.list.alreadySo : t.list.notByHand(codeWords(t, code)),
  );
  return refused({ "": words.join(" ") });
}

const personOf = ({ form }: Sent): string => formText(form, "orang");

const changeOf = (app: App, sent: Sent) => ({ ...asked(app, sent), personId: personOf(sent) });

async function nameOf(app: App, actor: Actor, sent: Sent): Promise<string> {
  const { endorsementId, language } = sent;
  const { person } = await getEndorsementItem(app, actor, { endorsementId, personId: personOf(sent) });
  return person.name ?? person.code ?? eligibilityTexts[language].list.nobody;
}
