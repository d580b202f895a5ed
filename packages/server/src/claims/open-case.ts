import type { ClaimKind } from "@tuwai/domain/benefits";
import { isOpen } from "@tuwai/domain/claims";
import type { CivilDate } from "@tuwai/domain/time";
import { areaOf, wholeCity } from "#access";
import { newCardCode } from "#cards";
import type { Step } from "#use-case";
import { type ClaimRow, findClaim, insertClaim, updateClaim } from "./claim.store.ts";
import { listPayments } from "./claim-payment.store.ts";
import { insertStep } from "./claim-step.store.ts";
import { findBranch } from "./claimed-person.view.ts";

export type NewCase = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly kind: ClaimKind;
  /** Of a death its day, of an accident its day. */
  readonly happenedOn: CivilDate;
  readonly accidentOn: CivilDate | null;
  /** "HH:MM" of the accident; null where nobody knows it. */
  readonly happenedTime: string | null;
  readonly reportedAt: Date;
};

export type OpenedCase = { readonly claimId: string; readonly claimCode: string };

/** Begins the case of a confirmed report; of a death that has one already, that one. Part of the caller's change, which is audited. */
export async function openCase(step: Step, asked: NewCase): Promise<OpenedCase> {
  const { tx, actor, app, today } = step;
  const known =
    asked.kind === "work-accident"
      ? undefined
      : await findClaim(tx, wholeCity(actor.regionCode), { deathOf: asked.personId }, "hold");
  if (known !== undefined) return { claimId: known.id, claimCode: known.code };
  const id = step.newId();
  const code = newCardCode();
  const branch = await findBranch(app, asked.personId);
  await insertClaim(tx, { ...asked, id, code, branch, regionCode: actor.regionCode, stateSince: today });
  const of = { id, villageCode: asked.villageCode, kecamatanCode: asked.kecamatanCode, branch };
  const { kind, happenedOn: on, accidentOn } = asked;
  await insertStep(step, of, { step: "open", details: { kind, on, accidentOn } });
  return { claimId: id, claimCode: code };
}

type Days = Pick<NewCase, "kind" | "happenedOn" | "accidentOn">;

/** Other days for a case that is under way: what is due is reckoned anew unless the file was handed in. */
export async function correctCase(step: Step, claimId: string, days: Days): Promise<void> {
  const row = await held(step, claimId);
  if (row === undefined || !isOpen(row.state)) return;
  await updateClaim(step.tx, row, days, step.today);
  const { kind, happenedOn: on, accidentOn } = days;
  await insertStep(step, row, { step: "correct", details: { kind, on, accidentOn, before: row.happenedOn } });
}

/** Whether money came for it: then a person has to return that before the report can be found untrue. */
export async function hasReceivedMoney(step: Step, claimId: string): Promise<boolean> {
  return (await listPayments(step.tx, [claimId])).length > 0;
}

/** Ends a case whose report was not true. */
export async function withdrawCase(step: Step, claimId: string): Promise<void> {
  const row = await held(step, claimId);
  if (row === undefined || row.state === "withdrawn") return;
  await updateClaim(step.tx, row, { state: "withdrawn", closedOn: null }, step.today);
  await insertStep(step, row, { step: "withdraw" });
}

const held = ({ tx, actor, grant }: Step, id: string): Promise<ClaimRow | undefined> =>
  findClaim(tx, areaOf(actor, grant), { id }, "hold");
