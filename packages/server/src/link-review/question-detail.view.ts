import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import { isUuid } from "#app";
import type { Tx } from "#database";
import type { EvidenceCode, QuestionKind, QuestionState } from "#linking";

export type QuestionRow = {
  readonly id: string;
  readonly personId: string;
  readonly recordId: string | null;
  readonly otherPersonId: string | null;
  readonly kind: QuestionKind;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: readonly EvidenceCode[];
  readonly state: QuestionState;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly version: number;
};

export async function findQuestion(tx: Tx, area: Area, id: string): Promise<QuestionRow | undefined> {
  if (!isUuid(id)) return undefined;
  const result = await sql<QuestionRow>`
    select id, person_id, record_id, other_person_id, kind, probability, weight, evidence, state, asked_at, decided_at,
      decided_by, reason, version
    from app.link_questions q where id = ${id} and ${placeWithin(area, "q")}`.execute(tx);
  return result.rows[0];
}

/** One side of a question with its sealed numbers; `source` is "person" or the registry's kind. */
export type SideRow = {
  readonly id: string;
  readonly source: string;
  readonly code: string | null;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: "male" | "female" | null;
  readonly address: string | null;
  readonly villageName: string | null;
  readonly occupation: string | null;
  readonly asOf: string | null;
  readonly nikSealed: Buffer | null;
  readonly familyCardSealed: Buffer | null;
  /** Lower-case names of the others on the same family card; compared, never shown. */
  readonly household: readonly string[];
};

export async function getPersonSide(tx: Tx, personId: string): Promise<SideRow> {
  const result = await sql<SideRow>`
    select p.id, 'person' as source, p.code, p.full_name, p.birth_date, p.sex, p.address, g.name as village_name,
      p.occupation_text as occupation, (p.created_at at time zone 'Asia/Jakarta')::date as as_of, p.nik_sealed, p.family_card_sealed,
      coalesce((select array_agg(lower(h.full_name)) from app.persons h
        where h.family_card_index = p.family_card_index and h.id <> p.id and h.withdrawn_at is null), '{}') as household
    from app.persons p left join app.regions g on g.code = p.village_code
    where p.id = ${personId}`.execute(tx);
  return result.rows[0]!;
}

export async function getRecordSide(tx: Tx, recordId: string): Promise<SideRow> {
  const result = await sql<SideRow>`
    select r.id, r.kind as source, null as code, r.full_name, r.birth_date, r.sex, r.address, g.name as village_name,
      null as occupation, r.attributes->>'asOf' as as_of, r.nik_sealed, r.family_card_sealed,
      coalesce((select array_agg(lower(h.full_name)) from app.source_records h
        where h.kind = r.kind and h.family_card_index = r.family_card_index and h.id <> r.id and h.withdrawn_at is null), '{}') as household
    from app.source_records r left join app.regions g on g.code = r.village_code
    where r.id = ${recordId}`.execute(tx);
  return result.rows[0]!;
}

export type OtherCandidate = {
  readonly questionId: string;
  /** Null for a record of a registry. */
  readonly otherPersonId: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly state: QuestionState;
  readonly probability: number;
};

/** Other records of the same registry asked about for this person. */
export async function listOtherCandidates(tx: Tx, question: QuestionRow): Promise<readonly OtherCandidate[]> {
  const result = await sql<OtherCandidate>`
    select q.id as question_id, q.other_person_id, coalesce(r.full_name, o.full_name) as name, coalesce(r.birth_date, o.birth_date) as birth_date,
      q.state, q.probability
    from app.link_questions q
    left join app.source_records r on r.id = q.record_id
    left join app.persons o on o.id = q.other_person_id
    where q.person_id = ${question.personId} and q.kind = ${question.kind} and q.id <> ${question.id}
    order by q.probability desc, q.id limit 5`.execute(tx);
  return result.rows;
}
