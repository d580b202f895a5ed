import { type Actor, type App, isAppError } from "@tuwai/server/app";
import { addMember, chooseHead, disputeHeirs, endMembership, setUpFamily } from "@tuwai/server/families";
import { familyTexts } from "#language/families.ts";
import type { Language } from "#language/language.ts";
import { type FailedAct, formText, readOperationId } from "#shell";

export const familyActs = ["mulai", "tambah", "akhiri", "kepala", "sengketa"] as const;
export type FamilyAct = (typeof familyActs)[number];

export type Sent = { readonly form: FormData; readonly kode: string; readonly language: Language };
export type ActAnswer = { readonly done: string } | FailedAct;

/** Forms in which somebody of the family has to be chosen. */
const namesMember: readonly FamilyAct[] = ["akhiri", "kepala"];

type Refusal = keyof (typeof familyTexts)["id"]["refusals"];
export type Outcome = { readonly outcome: string; readonly reasons?: readonly Refusal[] };

/** What one of the page's forms asks for; what speaks against it comes back in sentences, with what was typed. */
export async function actOnFamily(app: App, actor: Actor, sent: Sent): Promise<ActAnswer | null> {
  const { form, language } = sent;
  const act = familyActs.find((known) => known === formText(form, "tindakan"));
  if (act === undefined) return null;
  const t = familyTexts[language];
  if (namesMember.includes(act) && formText(form, "anggota") === "")
    return failedIn(form, act, [t.refusals["without-choice"]]);
  const answer = await unlessNumber(acts[act](app, actor, sent));
  if (answer === null) return failedIn(form, act, [t.noNumber]);
  if (answer.reasons !== undefined)
    return failedIn(
      form,
      act,
      answer.reasons.map((reason) => t.refusals[reason]),
    );
  const isPosthumous = "isPosthumous" in answer && answer.isPosthumous === true;
  return { done: isPosthumous ? t.done.posthumous : t.done[act] };
}

/** The outcome, or null where the text holds the number of a card, which is kept nowhere. */
export async function unlessNumber(work: Promise<Outcome>): Promise<Outcome | null> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === "identity-number-in-note") return null;
    throw error;
  }
}

/** A form that comes back with everything that was typed in it. */
export function failedIn(form: FormData, act: string, sentences: readonly string[]): FailedAct {
  const typed = [...form.keys()].filter((name) => name !== "operasi" && name !== "tindakan");
  return {
    act,
    error: sentences.join(" "),
    typed: Object.fromEntries(typed.map((name) => [name, formText(form, name)])),
  };
}

type Act = (app: App, actor: Actor, sent: Sent) => Promise<Outcome>;

const asked = (app: App, { form, kode }: Sent) => ({
  operationId: readOperationId(form, app),
  personCode: kode,
});

const acts: Readonly<Record<FamilyAct, Act>> = {
  mulai: (app, actor, sent) => setUpFamily(app, actor, asked(app, sent)),
  tambah: (app, actor, sent) =>
    addMember(app, actor, {
      ...asked(app, sent),
      kinship: formText(sent.form, "hubungan"),
      name: formText(sent.form, "nama"),
      birthDate: formText(sent.form, "lahir"),
      from: formText(sent.form, "sejak"),
    }),
  akhiri: (app, actor, sent) =>
    endMembership(app, actor, {
      ...asked(app, sent),
      memberId: formText(sent.form, "anggota"),
      ending: formText(sent.form, "sebab"),
      on: formText(sent.form, "hari"),
    }),
  kepala: (app, actor, sent) =>
    chooseHead(app, actor, {
      ...asked(app, sent),
      memberId: formText(sent.form, "anggota"),
      on: formText(sent.form, "hari"),
    }),
  sengketa: (app, actor, sent) =>
    disputeHeirs(app, actor, { ...asked(app, sent), isDisputed: formText(sent.form, "tanda") === "ya" }),
};
