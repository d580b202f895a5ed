import { AppError, type Actor, type App } from "@tuwai/server/app";
import { acceptProposals, changePair, declineProposal, proposeMatches } from "@tuwai/server/matching";
import { formText, readIds, readOperationId } from "#shell";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { formatNumber } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { wordOf } from "#language/word-of.ts";
import type { FormErrors } from "#ui";
import type { Refused } from "./refused-list.tsx";

type Sent = { readonly form: FormData; readonly act: string; readonly language: Language };
type Answer =
  | { readonly flash: string; readonly tone: "ok" | "warn" }
  | { readonly errors: FormErrors; readonly refused: readonly Refused[] };

/** What a manager does with pairs: propose, accept, change, decline. */
export function actOnMatching(app: App, actor: Actor, sent: Sent): Promise<Answer> {
  if (sent.act === "usulkan") return propose(app, actor, sent);
  if (sent.act === "ubah") return turn(app, actor, sent);
  if (sent.act === "tolak") return decline(app, actor, sent);
  if (sent.act === "terima" || sent.act === "terima-semua") return accept(app, actor, sent);
  throw new AppError("invalid-input", { field: "aksi" });
}

async function propose(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = sponsorTexts[language].matching;
  const { proposals, waiting } = await proposeMatches(app, actor, {
    operationId: readOperationId(form, app),
  });
  const number = (value: number): string => formatNumber(language, value);
  const left = waiting.noFreeSponsor + waiting.noFittingSponsor;
  const sentences = [
    t.proposed(number(proposals)),
    ...(left === 0 ? [] : [t.left(number(waiting.noFreeSponsor), number(waiting.noFittingSponsor))]),
  ];
  return { flash: sentences.join(" "), tone: proposals === 0 ? "warn" : "ok" };
}

async function accept(app: App, actor: Actor, { form, act, language }: Sent): Promise<Answer> {
  const t = sponsorTexts[language].matching;
  const ids = readIds(form, act === "terima" ? "usulan" : "tampil");
  if (ids.length === 0) return { errors: { usulan: t.errors.choose }, refused: [] };
  const operationId = readOperationId(form, app);
  const { accepted, refused } = await acceptProposals(app, actor, { operationId, sponsorshipIds: ids });
  if (refused.length === 0) return { flash: t.accepted(formatNumber(language, accepted.length)), tone: "ok" };
  // Rows that were refused keep their place in the list: they are named by their number there.
  const shown = form.getAll("tampil");
  return {
    errors: {},
    refused: refused.map(({ id, reasons }) => ({ name: `#${shown.indexOf(id) + 1}`, reasons })),
  };
}

async function turn(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = bestPairsTexts[language].change;
  const pledgeId = formText(form, "mandat");
  if (pledgeId === "") return { errors: { mandat: t.error }, refused: [] };
  const answer = await changePair(app, actor, {
    operationId: readOperationId(form, app),
    sponsorshipId: formText(form, "usulan"),
    version: Number(formText(form, "versi")),
    pledgeId,
  });
  if (answer.outcome === "changed") return { flash: t.done, tone: "ok" };
  const why = answer.reasons.map((reason) => wordOf(t.reasons, reason)).join(", ");
  return { errors: { mandat: t.refusedNow(why) }, refused: [] };
}

const reasons = ["sponsor-asked-another", "sponsor-silent", "conflict-of-interest", "other"] as const;

async function decline(app: App, actor: Actor, { form, language }: Sent): Promise<Answer> {
  const t = sponsorTexts[language].matching;
  const reason = reasons.find((known) => known === formText(form, "alasan"));
  if (reason === undefined) return { errors: { alasan: t.errors.reason }, refused: [] };
  await declineProposal(app, actor, {
    operationId: readOperationId(form, app),
    sponsorshipId: formText(form, "usulan"),
    version: Number(formText(form, "versi")),
    reason,
  });
  return { flash: t.declined, tone: "ok" };
}
