import { type Actor, type App } from "@tuwai/server/app";
import {
  decideLink,
  getLinkQuestion,
  nextLinkQuestion,
  undoLinkDecision,
  type Verdict,
} from "@tuwai/server/link-review";
import { actionOf, formText, readOperationId } from "#shell";
import { localPath, type Language } from "#language/language.ts";
import { linkingTexts } from "#language/linking.ts";
import { writeLinkQuery, type LinkQuery } from "./link-query.ts";

type Sent = {
  readonly form: FormData;
  readonly questionId: string;
  readonly query: LinkQuery;
  readonly language: Language;
};
/** Where to go with which sentence, or what to say on the question's own page, which shows how it stands now. */
type Answer =
  | { readonly to: string; readonly text: string }
  | { readonly problem: string; readonly isStale: boolean };

const answers = { sama: "same", beda: "different", ragu: "unsure", urungkan: "undo" } as const;
const longestReason = 200;

/** One press on Sama, Beda, Ragu or Urungkan. Who was slower than a colleague sees the colleague's answer first. */
export async function answerQuestion(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  const asked = actionOf<Verdict | "undo">(sent.form, answers, "jawaban");
  const question = await getLinkQuestion(app, actor, { questionId: sent.questionId });
  if (question.version !== versionOf(sent.form))
    return { problem: linkingTexts[sent.language].stale, isStale: true };
  return asked === "undo" ? undo(app, actor, sent) : decide(app, actor, { ...sent, verdict: asked });
}

const versionOf = (form: FormData): number => Number(formText(form, "versi"));

async function decide(app: App, actor: Actor, sent: Sent & { readonly verdict: Verdict }): Promise<Answer> {
  const { form, questionId, verdict } = sent;
  const t = linkingTexts[sent.language];
  const reason = formText(form, "alasan").slice(0, longestReason);
  const answer = await decideLink(app, actor, {
    operationId: readOperationId(form, app),
    questionId,
    version: versionOf(form),
    verdict,
    ...(reason === "" ? {} : { reason }),
  });
  if (answer.outcome === "refused")
    return { problem: answer.reasons.map((code) => t.refusals[code]).join(" "), isStale: false };
  const before = { id: questionId, version: answer.version };
  return { to: await nextOf(app, actor, { ...sent, before }), text: t.decided[verdict] };
}

async function undo(app: App, actor: Actor, { form, questionId, query, language }: Sent): Promise<Answer> {
  const t = linkingTexts[language];
  const answer = await undoLinkDecision(app, actor, {
    operationId: readOperationId(form, app),
    questionId,
    version: versionOf(form),
  });
  if (answer.outcome === "refused") return { problem: t.refusals["not-answered"], isStale: false };
  const { kind, village } = query;
  const path = `/padan/pasangan/${questionId}${writeLinkQuery({ kind, village })}`;
  return { to: localPath(language, path), text: t.undone };
}

/** The next open question under the same filters; the queue when none is left. */
async function nextOf(
  app: App,
  actor: Actor,
  from: Sent & { readonly before: { readonly id: string; readonly version: number } },
): Promise<string> {
  const { kind, village } = from.query;
  const next = await nextLinkQuestion(app, actor, {
    kind,
    villageCode: village === "" ? undefined : village,
    questionId: from.before.id,
  });
  const query = writeLinkQuery({ kind, village, before: from.before });
  return localPath(
    from.language,
    next ? `/padan/pasangan/${next.questionId}${query}` : `/padan/antrean${query}`,
  );
}
