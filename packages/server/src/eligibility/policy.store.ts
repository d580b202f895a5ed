import { type EligibilityPolicy, readPolicy } from "@tuwai/domain/eligibility";
import { sql } from "kysely";
import type { Tx } from "#database";

type NewPolicy = {
  readonly regionCode: string;
  readonly id: string;
  readonly policy: EligibilityPolicy;
  readonly proposedBy: string;
  readonly at: Date;
};

/** Writes a policy unless that version is already there; says whether it was new. */
export async function insertMissingPolicy(tx: Tx, row: NewPolicy): Promise<boolean> {
  const { policy } = row;
  const result = await sql`
    insert into app.policies (region_code, id, programme, number, policy, valid_from, proposed_by, at)
    values (${row.regionCode}, ${row.id}, ${policy.programme}, ${policy.version}, ${JSON.stringify(policy)}::jsonb,
      ${policy.validFrom}, ${row.proposedBy}, ${row.at})
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/**
 * Policies of a programme in force: approved by a second person, or written by the system at set-up. A stored policy that
 * no longer parses is a failure, never silently left out.
 */
export async function listPoliciesInForce(
  tx: Tx,
  programme: string,
  systemUserId: string,
): Promise<readonly EligibilityPolicy[]> {
  const result = await sql<{ number: number; policy: unknown }>`
    select number, policy from app.policies
    where programme = ${programme} and (approved_by is not null or proposed_by = ${systemUserId})
    order by number desc`.execute(tx);
  return result.rows.map(({ number, policy }) => {
    const reading = readPolicy(policy);
    if (!reading.ok)
      throw new RangeError(`policy ${programme} ${number} cannot be read: ${reading.problems[0]?.path}`);
    return reading.policy;
  });
}
