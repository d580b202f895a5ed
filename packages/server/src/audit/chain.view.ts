import { sql } from "kysely";
import type { Tx } from "#database";

/** `changed`: other content than when written; `removed`: gone before its time; `inserted`: never chained; `broken`: the chain itself. */
export type ChainFault = {
  readonly kind: "changed" | "removed" | "inserted" | "broken";
  readonly source: string;
  readonly id: string | null;
};

export type ChainState = { readonly entries: number; readonly fault: ChainFault | null };

/** Walks every link and every chained row; one query, so that it is one moment. */
export async function readChain(tx: Tx): Promise<ChainState> {
  const { rows } = await sql<{
    entries: number;
    kind: ChainFault["kind"] | null;
    source: string;
    id: string;
  }>`
    with links as materialized (select * from app.chain_links()),
    present as materialized (select * from app.chained_digests()),
    judged as (
      select coalesce(l.source, p.source) as source, coalesce(l.row_id, p.id) as id, l.strand, l.link,
        case when l.row_id is null then 'inserted'
          when not l.is_linked or not l.is_end then 'broken'
          when p.id is null and not l.may_be_gone then 'removed'
          when p.digest <> l.digest then 'changed' end as kind
      from links l full join present p on p.source = l.source and p.id = l.row_id)
    select (select count(*)::int from judged) as entries, f.kind, f.source, f.id
    from (select) as one left join lateral (
      select kind, source, id from judged where kind is not null order by strand nulls last, link limit 1) f on true`.execute(
    tx,
  );
  const { entries, kind, source, id } = rows[0]!;
  if (kind !== null) return { entries, fault: { kind, source, id } };
  const { rows: cut } = await sql<{ n: number }>`select app.cut_strands()::int as n`.execute(tx);
  return {
    entries,
    fault: cut[0]!.n === 0 ? null : { kind: "removed", source: "app_private.links", id: null },
  };
}
