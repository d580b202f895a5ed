import type { EndorsementRow, EndorsementState } from "./endorsement.view.ts";

export type EndorsementSummary = {
  readonly id: string;
  readonly code: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly state: EndorsementState;
  readonly version: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  /** Since when the office that proposed asks for the endorsed list back. */
  readonly returnAskedAt: Date | null;
  readonly included: number;
  readonly excluded: number;
};

export function summaryOf(list: EndorsementRow): EndorsementSummary {
  return {
    id: list.id,
    code: list.code,
    villageCode: list.villageCode,
    villageName: list.villageName,
    state: list.state,
    version: list.version,
    proposedBy: list.proposedBy,
    proposedAt: list.proposedAt,
    decidedBy: list.decidedBy,
    decidedAt: list.decidedAt,
    note: list.note,
    returnAskedAt: list.returnAskedAt,
    included: list.included,
    excluded: list.excluded,
  };
}
