import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { Tx } from "#database";

/** Somebody put forward for BPJS who is not sent yet. */
export type Candidate = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly address: string | null;
  readonly occupationGroup: string | null;
  readonly nikStatus: string;
  readonly isGone: "died" | "moved" | "withdrawn" | null;
  readonly fromMonth: Month;
  /** The draft the person stands in; null for whoever stands in none, and for those who see no drafts. */
  readonly packetCode: string | null;
};

export type CandidateChoice = {
  readonly villageCode?: string | undefined;
  readonly packetCode?: string | undefined;
  readonly enrolmentIds?: readonly string[] | undefined;
};

/** Those ready or in a draft, by village and code. Officers of a village are left out: it registers them as their employer. */
export async function listCandidates(
  tx: Tx,
  area: Area,
  { villageCode, packetCode, enrolmentIds }: CandidateChoice,
): Promise<readonly Candidate[]> {
  // The login of a village reads no packets: it is told what is missing, not where somebody stands.
  const [code, drafts] =
    area.villageCode === null
      ? [
          sql`k.code`,
          sql`left join (app.packet_lines l join app.packets k on k.id = l.packet_id and k.state = 'draft') on l.enrolment_id = e.id`,
        ]
      : [sql`null::text`, sql``];
  const { rows } = await sql<Candidate>`
    select e.id as enrolment_id, p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.address,
      p.occupation_group, p.nik_status,
      case when p.withdrawn_at is not null then 'withdrawn' when p.died_on is not null then 'died'
        when p.moved_on is not null then 'moved' end as is_gone,
      to_char(e.from_month, 'YYYY-MM') as from_month, ${code} as packet_code
    from app.enrolments e join app.persons p on p.id = e.person_id ${drafts}
    where ${enrolmentsWithin(area, "e")} and e.state in ('ready', 'in-packet') and e.segment = 'bpu'
      and (${villageCode ?? null}::text is null or e.village_code = ${villageCode ?? null})
      and (${packetCode ?? null}::text is null or ${code} = ${packetCode ?? null})
      and (${enrolmentIds ?? null}::uuid[] is null or e.id = any(${enrolmentIds ?? null}::uuid[]))
    order by p.village_code, p.code`.execute(tx);
  return rows;
}

export type FactRow = {
  readonly personId: string;
  readonly evidence: readonly { readonly kind: string; readonly seenOn: CivilDate }[];
  readonly illnessId: string | null;
  readonly illnessSealed: Buffer | null;
  readonly membership: string | null;
  readonly asksMembership: boolean;
  readonly isDisputed: boolean;
  readonly registerNames: readonly string[];
};

/** What is known beyond the person's own row, alike for the village and for the city. */
export async function listFacts(tx: Tx, personIds: readonly string[]): Promise<readonly FactRow[]> {
  const { rows } = await sql<FactRow>`
    select f.person_id, f.evidence, f.illness_id, f.illness_sealed, f.membership, f.asks_membership, f.is_disputed, f.register_names
    from app.claimability_facts(${personIds}::uuid[]) f`.execute(tx);
  return rows;
}
