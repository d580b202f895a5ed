import { fundSourcesOf, type PayerKind, payerKinds, standardKinds } from "@tuwai/domain/payers";
import { AppError, readNote } from "#app";
import type { FundSource } from "#contributions";
import { change, type Operation } from "#use-case";
import { insertPayer, type PayerTerms, updatePayer } from "./payer.store.ts";
import { holdPayer } from "./require-payer.ts";

type Terms = { readonly name: string; readonly contact: string; readonly agreement: string };
export type EnterPayer = Operation & Terms & { readonly kind: string; readonly fundSource: string };
export type NotePayer = Operation & Terms & { readonly payerId: string; readonly version: number };

export type PayerReason =
  | "name-unclear"
  | "contact-too-long"
  | "agreement-too-long"
  | "kind-unknown"
  | "source-unknown"
  | "known-already";
export type NotePayerOutcome =
  | { readonly outcome: "noted"; readonly payerId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly PayerReason[] };

/** A payer whom the city does not have by itself: a firm, BAZNAS, a bridging fund. */
export const enterPayer = change(
  { name: "payer.enter", permission: "payer.write" },
  async (step, input: EnterPayer): Promise<NotePayerOutcome> => {
    const terms = termsOf(input);
    const kind = payerKinds.find((known) => known === input.kind && !standardKinds.includes(known));
    const fundSource = kind === undefined ? undefined : sourceOf(kind, input.fundSource);
    const reasons = [
      ...reasonsAgainst(terms),
      ...(kind === undefined ? (["kind-unknown"] as const) : []),
      ...(kind !== undefined && fundSource === undefined ? (["source-unknown"] as const) : []),
    ];
    if (kind === undefined || fundSource === undefined || reasons.length > 0)
      return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const { regionCode, userId: by } = step.actor;
    const payer = { ...terms, id, kind, fundSource, villageCode: null, regionCode, by, at: step.now };
    if (!(await insertPayer(step.tx, payer)))
      return step.unchanged({ outcome: "refused", reasons: ["known-already"] });
    await step.audit({ objectType: "payer", objectId: id, details: { kind, fundSource } });
    return { outcome: "noted", payerId: id };
  },
);

/** Name, contact and agreement of a payer, as they are now. Throws `not-found` and `stale`. */
export const notePayer = change(
  { name: "payer.note", permission: "payer.write" },
  async (step, input: NotePayer): Promise<NotePayerOutcome> => {
    const terms = termsOf(input);
    const payer = await holdPayer(step, input.payerId);
    const reasons = reasonsAgainst(terms);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    if (payer.version !== input.version) throw new AppError("stale", { version: payer.version });
    await updatePayer(step.tx, { ...terms, id: payer.id, by: step.actor.userId, at: step.now });
    await step.audit({ objectType: "payer", objectId: payer.id, details: { agreement: terms.agreement } });
    return { outcome: "noted", payerId: payer.id };
  },
);

const sourceOf = (kind: PayerKind, wanted: string): FundSource | undefined =>
  fundSourcesOf[kind].find((known) => known === wanted);

function termsOf({ name, contact, agreement }: Terms): PayerTerms {
  return {
    name: (readNote(name) ?? "").replaceAll(/\s+/g, " "),
    contact: readNote(contact),
    agreement: readNote(agreement),
  };
}

function reasonsAgainst({ name, contact, agreement }: PayerTerms): readonly PayerReason[] {
  return [
    ...(name.length < 2 || name.length > 120 ? (["name-unclear"] as const) : []),
    ...((contact?.length ?? 0) > 200 ? (["contact-too-long"] as const) : []),
    ...((agreement?.length ?? 0) > 200 ? (["agreement-too-long"] as const) : []),
  ];
}
