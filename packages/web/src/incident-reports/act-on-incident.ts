import type { Actor, App } from "@tuwai/server/app";
import {
  confirmIncidentReport,
  correctIncidentDay,
  followIncidentReport,
  linkIncidentReport,
  mergeIncidentReports,
  refuteIncidentReport,
} from "@tuwai/server/incident-reports";
import { spellClaimCode } from "#claims";
import { claimTexts } from "#language/claims.ts";
import { incidentDeskTexts } from "#language/incident-desk.ts";
import type { Language } from "#language/language.ts";
import { formText, readOperationId } from "#shell";

export const incidentActs = ["hubungkan", "pastikan", "sangkal", "betulkan", "gabung", "tindak"] as const;
export type IncidentAct = (typeof incidentActs)[number];

type Sent = { readonly form: FormData; readonly reportId: string; readonly language: Language };
export type ActAnswer =
  | { readonly done: string }
  | { readonly act: IncidentAct; readonly error: string; readonly typed: Readonly<Record<string, string>> };

/** What one of the page's forms asks for; what speaks against it comes back in sentences, with what was typed. */
export async function actOnIncident(app: App, actor: Actor, sent: Sent): Promise<ActAnswer | null> {
  const { form, language } = sent;
  const act = incidentActs.find((known) => known === formText(form, "tindakan"));
  if (act === undefined) return null;
  const t = incidentDeskTexts[language];
  const answer = await acts[act](app, actor, sent);
  if (answer.outcome !== "refused") return { done: doneIn(language, act, answer) };
  const error = answer.reasons.map((reason) => t.refusals[reason]).join(" ");
  const names = ["kode", "kejadian", "hari", "kecelakaan", "lewat", "sebab"];
  return { act, error, typed: Object.fromEntries(names.map((name) => [name, formText(form, name)])) };
}

function doneIn(language: Language, act: IncidentAct, answer: Outcome): string {
  if (answer.outcome === "confirmed")
    return claimTexts[language].case.confirmed(spellClaimCode(answer.claimCode));
  const t = incidentDeskTexts[language].page;
  return t.done[act];
}

type Reason = keyof (typeof incidentDeskTexts)["id"]["refusals"];
type Outcome =
  | { readonly outcome: "refused"; readonly reasons: readonly Reason[] }
  | { readonly outcome: "confirmed"; readonly claimCode: string }
  | { readonly outcome: "linked" | "refuted" | "corrected" | "merged" | "followed" };

const of = (app: App, { form, reportId }: Sent) => ({ operationId: readOperationId(form, app), reportId });

const acts: Readonly<Record<IncidentAct, (app: App, actor: Actor, sent: Sent) => Promise<Outcome>>> = {
  hubungkan: (app, actor, sent) =>
    linkIncidentReport(app, actor, {
      ...of(app, sent),
      personCode: formText(sent.form, "orang") || formText(sent.form, "kode"),
    }),
  pastikan: (app, actor, sent) =>
    confirmIncidentReport(app, actor, {
      ...of(app, sent),
      kind: formText(sent.form, "kejadian"),
      on: formText(sent.form, "hari"),
      accidentOn: formText(sent.form, "kecelakaan"),
      evidence: formText(sent.form, "lewat"),
    }),
  sangkal: (app, actor, sent) =>
    refuteIncidentReport(app, actor, { ...of(app, sent), refutal: formText(sent.form, "sebab") }),
  betulkan: (app, actor, sent) =>
    correctIncidentDay(app, actor, {
      ...of(app, sent),
      on: formText(sent.form, "hari"),
      accidentOn: formText(sent.form, "kecelakaan"),
    }),
  gabung: (app, actor, sent) =>
    mergeIncidentReports(app, actor, { ...of(app, sent), otherReportId: formText(sent.form, "lain") }),
  tindak: (app, actor, sent) => followIncidentReport(app, actor, of(app, sent)),
};
