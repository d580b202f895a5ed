import { bandOf, type SampleBand } from "@tuwai/domain/link-samples";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Whom a sample can draw: a person with the record it is linked to, or asked about; without one when nothing was asked. */
export type Drawable = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly recordId: string | null;
  readonly probability: number | null;
  readonly band: SampleBand;
};

type Row = Omit<Drawable, "band"> & { readonly origin: "automatic" | "decided" | null };

/** Everybody living on a list, with the live link to the register or the best open question. */
export async function listDrawable(tx: Tx, kind: string): Promise<readonly Drawable[]> {
  const { rows } = await sql<Row>`
    select p.id as person_id, p.village_code, p.kecamatan_code, coalesce(l.record_id, q.record_id) as record_id,
      coalesce(l.probability, q.probability)::double precision as probability, l.origin
    from app.persons p
    left join app.links l on l.person_id = p.id and l.kind = ${kind} and l.ended_at is null
    left join lateral (select q.record_id, q.probability from app.link_questions q
      where q.person_id = p.id and q.kind = ${kind} and q.state in ('open', 'unsure') and q.record_id is not null and l.id is null
      order by q.probability desc, q.id limit 1) q on true
    where p.withdrawn_at is null order by p.id`.execute(tx);
  return rows.map(({ origin, ...row }) => ({ ...row, band: bandIn(row, origin) }));
}

function bandIn({ recordId, probability }: Omit<Row, "origin">, origin: Row["origin"]): SampleBand {
  if (origin === "decided") return "decided";
  if (origin === "automatic") return bandOf(probability ?? 0);
  return recordId === null ? "silent" : "asked";
}
