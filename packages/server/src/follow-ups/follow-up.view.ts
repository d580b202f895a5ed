import type { EvidenceKind } from "@tuwai/domain/follow-ups";
import type { Group } from "@tuwai/domain/grants";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { FollowUpRow } from "./follow-up.store.ts";

/** A follow-up with what its decision says. */
export type AskedRow = FollowUpRow & {
  readonly text: string;
  readonly evidenceKind: EvidenceKind;
  readonly group: Group | null;
  readonly year: number | null;
  readonly meetingCode: string | null;
  readonly meetingTitle: string | null;
  readonly placeName: string | null;
};

type Of = {
  readonly followUpId?: string;
  readonly meetingId?: string;
  readonly decisionId?: string;
  /** What was closed longer ago than this is left out. */
  readonly closedSince?: Date;
};

/** Follow-ups of an area that were not withdrawn, the earliest day first. */
export async function listAskedRows(tx: Tx, area: Area, of: Of): Promise<readonly AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    select f.id, f.decision_id, f.owner_role, f.village_code, f.kecamatan_code, f.state, f.due_on, f.due_since, f.asked_for, f.papers,
      f.changed_at, f.version, d.text, d.evidence_kind, d.group_code as "group", d.year, m.code as meeting_code, m.title as meeting_title,
      r.name as place_name
    from app.follow_ups f join app.decisions d on d.id = f.decision_id left join app.meetings m on m.id = d.meeting_id
      left join app.regions r on r.region_code = f.region_code and r.code = coalesce(f.village_code, f.kecamatan_code)
    where ${placeWithin(area, "f")} and f.state <> 'withdrawn'
      and (${of.followUpId ?? null}::uuid is null or f.id = ${of.followUpId ?? null}::uuid)
      and (${of.decisionId ?? null}::uuid is null or d.id = ${of.decisionId ?? null}::uuid)
      and (${of.meetingId ?? null}::uuid is null or d.meeting_id = ${of.meetingId ?? null}::uuid)
      and (${of.closedSince ?? null}::timestamptz is null or f.state not in ('accepted', 'released')
        or f.changed_at >= ${of.closedSince ?? null}::timestamptz)
    order by f.due_on, d.position, f.village_code nulls first, f.id`.execute(tx);
  return rows;
}
