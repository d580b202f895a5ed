import {
  guardianEvidence,
  guardianKinds,
  type GuardianReason,
  holdsOn,
  reasonsAgainstGuardian,
} from "@tuwai/domain/families";
import { readPhone } from "@tuwai/domain/identity";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditChild, requireChild } from "./change-family.ts";
import { endGuardianRow, insertGuardian } from "./child.store.ts";
import { readDay, readName, sealGuardian } from "./told.ts";

export type GuardianRefusal =
  | GuardianReason
  | "without-guardian"
  | "without-kind"
  | "without-evidence"
  | "without-date"
  | "no-such-day"
  | "no-such-phone"
  | "in-future"
  | "not-standing";

type NewGuardian = Operation & {
  readonly childCode: string;
  readonly kind: string;
  readonly evidence: string;
  readonly name: string;
  readonly phone: string;
  readonly from: string;
  /** The first day on which it no longer holds; empty while it has no end. */
  readonly until: string;
};

/** Says who speaks for a child, from when, and what shows it. Consent is asked of each guardian anew. Throws `not-found`. */
export const setGuardian = change(
  { name: "family.set-guardian", permission: "orphan.write" },
  async (step, input: NewGuardian): Promise<{ readonly outcome: "set" } | Refused<GuardianRefusal>> => {
    const { family, child } = await requireChild(step, input.childCode, "hold");
    const kind = guardianKinds.find((known) => known === input.kind);
    const evidence = guardianEvidence.find((known) => known === input.evidence);
    const name = readName(input.name);
    const phone =
      input.phone.trim() === "" ? { status: "wajar" as const, phone: "" } : readPhone(input.phone);
    const [from, until] = [readDay(input.from), readDay(input.until)];
    const missing: [GuardianRefusal, boolean][] = [
      ["without-guardian", name === ""],
      ["without-kind", kind === undefined],
      ["without-evidence", evidence === undefined],
      ["without-date", from === null],
      ["no-such-day", from === undefined || until === undefined],
      ["in-future", (from ?? "") > step.today],
      ["no-such-phone", phone.status !== "wajar"],
    ];
    const reasons = missing.filter(([, is]) => is).map(([reason]) => reason);
    if (reasons.length > 0) return refuse(step, ...reasons);
    const guardian = { kind: kind!, evidence: evidence!, from: from!, until: until! };
    const against = reasonsAgainstGuardian(guardian, {
      birthDate: child.birthDate,
      guardians: child.child.guardians,
    });
    if (against.length > 0) return refuse<GuardianRefusal>(step, ...against);
    const id = step.newId();
    const number = phone.status === "wajar" ? phone.phone : "";
    await insertGuardian(step, {
      id,
      villageCode: family.row.villageCode,
      childId: child.id,
      kind: guardian.kind,
      evidence: guardian.evidence,
      toldSealed: sealGuardian(step.app.keys, id, { name, phone: number }),
      fromOn: guardian.from,
      untilOn: guardian.until,
    });
    await auditChild(step, child, { kind: guardian.kind, document: guardian.evidence, on: guardian.from });
    return { outcome: "set" };
  },
);

/** A guardianship ends; until another is noted, the child is among those without one. Throws `not-found`. */
export const endGuardian = change(
  { name: "family.end-guardian", permission: "orphan.write" },
  async (
    step,
    input: Operation & { readonly childCode: string; readonly guardianId: string; readonly on: string },
  ): Promise<{ readonly outcome: "ended" } | Refused<GuardianRefusal>> => {
    const { child } = await requireChild(step, input.childCode, "hold");
    const guardian = child.child.guardians.find(({ id }) => id === input.guardianId);
    if (guardian === undefined) throw new AppError("not-found");
    const on = parseCivilDate(input.on);
    if (on === undefined) return refuse<GuardianRefusal>(step, "without-date");
    if (on <= guardian.from) return refuse<GuardianRefusal>(step, "until-before-from");
    if (!holdsOn(guardian, on) && guardian.until !== null && guardian.until <= on)
      return refuse<GuardianRefusal>(step, "not-standing");
    await endGuardianRow(step.tx, guardian.id, on);
    await auditChild(step, child, { kind: guardian.kind, on });
    return { outcome: "ended" };
  },
);
