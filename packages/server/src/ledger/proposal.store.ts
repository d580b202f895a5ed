import type { Posting } from "@tuwai/domain/ledger";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { EntryRow } from "./ledger-entry.store.ts";

export type ProposalRow = {
  readonly id: string;
  readonly kind: string;
  readonly serviceMonth: Month | null;
  readonly valueDate: CivilDate;
  readonly reverses: string | null;
  readonly naturalKey: string;
  readonly reason: string;
  readonly postings: readonly Posting[];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: "approved" | "refused" | null;
};

const columns = sql`p.id, p.kind, to_char(p.service_month, 'YYYY-MM') as service_month, p.value_date, p.reverses, p.natural_key, p.reason,
  (select jsonb_agg(jsonb_build_object('account', u.account, 'amount', u.amount) order by u.n)
    from unnest(p.accounts, p.amounts) with ordinality u(account, amount, n)) as postings,
  p.proposed_by, p.proposed_at, p.decision`;

/** What waits for a second person, oldest first. */
export async function listOpenProposals(tx: Tx): Promise<readonly ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from app.ledger_proposals p
    where p.region_code = (select app.region()) and p.decision is null order by p.proposed_at, p.id`.execute(
    tx,
  );
  return rows;
}

/** Held until the transaction ends, so that one of two who decide comes first. */
export async function holdProposal(tx: Tx, id: string): Promise<ProposalRow | undefined> {
  const { rows } = await sql<ProposalRow>`
    select ${columns} from app.ledger_proposals p where p.id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function insertProposal(
  tx: Tx,
  entry: EntryRow & { readonly reason: string },
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<void> {
  const accounts = entry.postings.map(({ account }) => account);
  const amounts = entry.postings.map(({ amount }) => amount);
  const month = entry.serviceMonth === null ? null : firstDay(entry.serviceMonth);
  await sql`
    insert into app.ledger_proposals (region_code, ledger, id, kind, service_month, value_date, reverses, natural_key, reason, accounts,
      amounts, proposed_by, proposed_at)
    values (${by.regionCode}, 'contributions', ${entry.id}, ${entry.kind}, ${month}::date, ${entry.valueDate}::date, ${entry.reverses},
      ${entry.naturalKey}, ${entry.reason}, ${accounts}::text[], ${amounts}::bigint[], ${by.actorId}, ${by.at})`.execute(
    tx,
  );
}
