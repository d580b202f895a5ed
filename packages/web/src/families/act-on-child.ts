import type { Actor, App } from "@tuwai/server/app";
import {
  endGuardian,
  endScholarship,
  noteConsent,
  noteLetter,
  noteSchool,
  setGuardian,
  verifyChild,
} from "@tuwai/server/families";
import { familyTexts } from "#language/families.ts";
import { formText, readOperationId } from "#shell";
import { type ActAnswer, failedIn, type Outcome, type Sent, unlessNumber } from "./act-on-family.ts";

export const childActs = [
  "wali",
  "akhiri-wali",
  "setuju",
  "periksa",
  "sekolah",
  "surat",
  "berhenti",
] as const;
export type ChildAct = (typeof childActs)[number];

/** The same for the forms of one child. */
export async function actOnChild(app: App, actor: Actor, sent: Sent): Promise<ActAnswer | null> {
  const { form, language } = sent;
  const act = childActs.find((known) => known === formText(form, "tindakan"));
  if (act === undefined) return null;
  const t = familyTexts[language];
  if (act === "setuju" && formText(form, "persetujuan") === "")
    return failedIn(form, act, [t.refusals["without-choice"]]);
  const answer = await unlessNumber(acts[act](app, actor, sent));
  if (answer === null) return failedIn(form, act, [t.noNumber]);
  if (answer.reasons !== undefined)
    return failedIn(
      form,
      act,
      answer.reasons.map((reason) => t.refusals[reason]),
    );
  return { done: t.done[act] };
}

type Act = (app: App, actor: Actor, sent: Sent) => Promise<Outcome>;

const asked = (app: App, { form, kode }: Sent) => ({
  operationId: readOperationId(form, app),
  childCode: kode,
});

const acts: Readonly<Record<ChildAct, Act>> = {
  wali: (app, actor, sent) =>
    setGuardian(app, actor, {
      ...asked(app, sent),
      kind: formText(sent.form, "siapa"),
      evidence: formText(sent.form, "bukti"),
      name: formText(sent.form, "nama"),
      phone: formText(sent.form, "hp"),
      from: formText(sent.form, "sejak"),
      until: formText(sent.form, "sampai"),
    }),
  "akhiri-wali": (app, actor, sent) =>
    endGuardian(app, actor, {
      ...asked(app, sent),
      guardianId: formText(sent.form, "wali"),
      on: formText(sent.form, "hari"),
    }),
  setuju: (app, actor, sent) =>
    noteConsent(app, actor, {
      ...asked(app, sent),
      consent: formText(sent.form, "persetujuan"),
      on: formText(sent.form, "hari"),
    }),
  periksa: (app, actor, sent) => verifyChild(app, actor, asked(app, sent)),
  sekolah: (app, actor, sent) =>
    noteSchool(app, actor, {
      ...asked(app, sent),
      level: formText(sent.form, "jenjang"),
      yearOfLevel: formText(sent.form, "kelas"),
      on: formText(sent.form, "hari"),
      scholarship: formText(sent.form, "beasiswa"),
    }),
  surat: (app, actor, sent) =>
    noteLetter(app, actor, {
      ...asked(app, sent),
      schoolYear: formText(sent.form, "tahun"),
      on: formText(sent.form, "hari"),
    }),
  berhenti: (app, actor, sent) =>
    endScholarship(app, actor, {
      ...asked(app, sent),
      kind: formText(sent.form, "terjadi"),
      on: formText(sent.form, "hari"),
    }),
};
