import type { ClaimKind } from "@tuwai/domain/benefits";
import type { ClaimState } from "@tuwai/domain/claims";
import { readPersonCode } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { read, type Step } from "#use-case";
import { findPersonId } from "./cared-for.view.ts";
import { findClaim, listClaimsOf } from "./claim.store.ts";

export type WorkerClaim = {
  readonly code: string;
  readonly kind: ClaimKind;
  readonly state: ClaimState;
  readonly happenedOn: CivilDate;
};

/** The cases of a worker as far as the reader sees cases; of an unknown worker none. */
export const listWorkerClaims = read(
  { purpose: "worker-claims", permission: "claim.list" },
  async (
    { tx, area, app },
    { personCode }: { readonly personCode: string },
  ): Promise<readonly WorkerClaim[]> => {
    const asked = readPersonCode(personCode);
    if (asked.status !== "wajar") return [];
    const personId = await findPersonId(app, asked.code);
    const rows = personId === undefined ? [] : await listClaimsOf(tx, area, personId);
    return rows.map(({ code, kind, state, happenedOn }) => ({ code, kind, state, happenedOn }));
  },
);

/** The code of a report's case, to whoever may see it; else null. */
export async function claimCodeOf(step: Step, claimId: string | null): Promise<string | null> {
  if (claimId === null || !may(step.actor, "claim.list")) return null;
  const { tx, area } = step.under("claim.list");
  return (await findClaim(tx, area, { id: claimId }, "look"))?.code ?? null;
}
