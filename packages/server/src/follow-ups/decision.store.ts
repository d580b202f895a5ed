import type { DecisionKind, EvidenceKind, Measure, OwnerRole } from "@tuwai/domain/follow-ups";
import type { Group } from "@tuwai/domain/grants";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** What a decision says. Whom it asks: one village, all of a kecamatan, all of the city, or an office of the city. */
export type Said = {
  readonly id: string;
  readonly meetingId: string | null;
  readonly kind: DecisionKind;
  readonly text: string;
  readonly ownerRole: OwnerRole | null;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly onlyKind: "desa" | "kelurahan" | null;
  readonly dueOn: CivilDate | null;
  readonly evidenceKind: EvidenceKind;
  readonly group: Group | null;
  readonly year: number | null;
  readonly measure: Measure | null;
};

export type NewDecision = Said & {
  readonly regionCode: string;
  readonly by: string;
  readonly at: Date;
};

/** At the end of its meeting's list; the caller holds the list. */
export async function insertDecision(tx: Tx, d: NewDecision): Promise<void> {
  await sql`
    insert into app.decisions (region_code, id, meeting_id, position, kind, text, owner_role, village_code, kecamatan_code, only_kind,
      due_on, evidence_kind, group_code, year, measure, made_by, made_at)
    values (${d.regionCode}, ${d.id}, ${d.meetingId}, (select coalesce(max(o.position), 0) + 1 from app.decisions o
        where o.region_code = ${d.regionCode} and o.meeting_id is not distinct from ${d.meetingId}::uuid), ${d.kind}, ${d.text},
      ${d.ownerRole}, ${d.villageCode}, ${d.kecamatanCode}, ${d.onlyKind}, ${d.dueOn}::date, ${d.evidenceKind}, ${d.group}, ${d.year},
      ${d.measure}, ${d.by}, ${d.at})`.execute(tx);
}

type Withdrawn = {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
};

export async function markWithdrawn(tx: Tx, { id, by, at, reason }: Withdrawn): Promise<void> {
  await sql`
    update app.decisions set withdrawn_by = ${by}, withdrawn_at = ${at}, withdrawn_reason = ${reason} where id = ${id}`.execute(
    tx,
  );
}
