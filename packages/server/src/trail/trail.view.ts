import { type RawBuilder, sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";
import { trailKinds, type TrailQuery, type TrailResult } from "./trail-query.ts";

export type TrailRow = {
  readonly at: Date;
  readonly actorId: string;
  readonly role: Role;
  readonly scope: string | null;
  /** The audited action; of a denial its code. */
  readonly action: string;
  readonly result: TrailResult;
  /** Of a denial `permission`, and which one. */
  readonly objectType: string;
  readonly objectId: string;
  /** How often within the minute; a change happens once. */
  readonly times: number;
  readonly details: Readonly<Record<string, unknown>>;
};

type Part = { readonly limit: number; readonly offset: number };

export async function listTrailRows(
  tx: Tx,
  regionCode: string,
  query: TrailQuery,
  { limit, offset }: Part,
): Promise<readonly TrailRow[]> {
  const { rows } = await sql<TrailRow>`
    select x.at, x.actor_id, x.role, x.scope, x.action, x.result, x.object_type, x.object_id, x.times, x.details
    from (${trail(regionCode, query)}) x
    order by x.at desc, x.id desc limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countTrailRows(tx: Tx, regionCode: string, query: TrailQuery): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${trail(regionCode, query)}) x`.execute(tx);
  return rows[0]!.n;
}

const unwelcome = ["session.refused", "session.locked", "session.step-up-refused"];

/** What was done or refused at the door, and what was denied. */
function trail(regionCode: string, query: TrailQuery): RawBuilder<unknown> {
  const isUnwelcome = sql`(e.action = any(${unwelcome}::text[]) or e.details ? 'refused')`;
  const entries = sql`
    select e.id::text, e.at, e.actor_id, e.actor_role as role, e.actor_scope as scope, e.action,
      case when ${isUnwelcome} then 'refused' else 'done' end as result, e.object_type, e.object_id, 1 as times, e.details
    from audit.entries e
    where e.region_code = ${regionCode} and ${within(sql`e.at`, query)} and ${of(sql`e.action`, sql`e.actor_role`, query)}
      ${query.result === "refused" ? sql`and ${isUnwelcome}` : query.result === "done" ? sql`and not ${isUnwelcome}` : sql``}`;
  const denials = sql`
    select d.actor_id || d.permission as id, d.last_at as at, d.actor_id, d.actor_role, d.actor_scope, d.code, 'denied',
      'permission', d.permission, d.times, '{}'::jsonb
    from audit.denials d
    where d.region_code = ${regionCode} and ${within(sql`d.last_at`, query)}
      and ${of(sql`d.permission`, sql`d.actor_role`, query)}`;
  if (query.result === undefined) return sql`${entries} union all ${denials}`;
  // Both parts name their columns by the first one.
  return query.result === "denied" ? sql`${entries} and false union all ${denials}` : entries;
}

function within(at: RawBuilder<unknown>, { firstDay, lastDay }: TrailQuery): RawBuilder<unknown> {
  return sql`${at} >= ${firstDay}::date::timestamp at time zone 'Asia/Jakarta'
    and ${at} < (${lastDay}::date + 1)::timestamp at time zone 'Asia/Jakarta'`;
}

function of(
  name: RawBuilder<unknown>,
  role: RawBuilder<unknown>,
  { about, byRole }: TrailQuery,
): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (byRole !== undefined) parts.push(sql`${role} = ${byRole}`);
  const first = sql`split_part(${name}, '.', 1)`;
  const others = Object.values(trailKinds).flat();
  if (about === "system") parts.push(sql`not (${first} = any(${others}::text[]))`);
  else if (about !== undefined) parts.push(sql`${first} = any(${[...trailKinds[about]]}::text[])`);
  return sql.join(parts, sql` and `);
}
