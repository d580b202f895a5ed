/** Whom a sponsor would like to pay for. Codes only; `nothingElse` leaves the pledge free when no wish can be met. */
export type Wishes = {
  readonly nominatedCodes?: readonly string[];
  readonly villages?: readonly string[];
  readonly workGroups?: readonly string[];
  readonly nothingElse?: boolean;
};
