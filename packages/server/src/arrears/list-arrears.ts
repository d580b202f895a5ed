import type { CoverState } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import {
  type ArrearsChoice,
  type ArrearsGroup,
  type ArrearsRow,
  type Bucket,
  listArrearsGroups,
  listArrearsRows,
} from "./arrears-list.view.ts";
import type { ArrearsCause, ArrearsPayer } from "./judge-arrears.ts";

export type ListedArrears = {
  readonly person: ShownPerson;
  readonly state: CoverState;
} & Pick<
  ArrearsRow,
  | "cause"
  | "fundSource"
  | "payerUntil"
  | "owedMonths"
  | "arrearsRupiah"
  | "naturalRupiah"
  | "accidentRupiah"
  | "paidUntil"
  | "safeRescueDay"
  | "lastRescueDay"
  | "endsOn"
  | "dueOn"
>;

export type ArrearsBoard = PageOf<ListedArrears> & {
  readonly today: CivilDate;
  /** Of the village, payer and cause asked for, over all buckets. */
  readonly groups: readonly ArrearsGroup[];
};

export type ArrearsFilter = {
  readonly bucket?: Bucket;
  readonly villageCode?: string;
  readonly fundSource?: ArrearsPayer;
  readonly cause?: ArrearsCause;
};

const size = 50;

/**
 * Who loses cover within 90 days by the stricter last day, or lost it of late: in arrears, or with nobody who pays from some month
 * on. Who has the fewest days left stands first.
 */
export const listArrears = read(
  { purpose: "arrears-list", permission: "arrears.read" },
  async (
    { tx, area, actor, today, seen },
    input: ArrearsFilter & { readonly page?: number },
  ): Promise<ArrearsBoard> => {
    const { bucket = null, villageCode = null, fundSource = null, cause = null, page } = input;
    const all: ArrearsChoice = { area, on: today, bucket: null, villageCode, fundSource, cause };
    const groups = await listArrearsGroups(tx, all);
    const asked = groups.filter((group) => bucket === null || group.bucket === bucket);
    const found = await pageOf(
      { page, size },
      async () => asked.reduce((sum, { workers }) => sum + workers, 0),
      (part) => listArrearsRows(tx, { ...all, bucket }, part),
    );
    await seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "coverage_status", "paid_until", "fund_source"),
    });
    const rows = found.rows.map(({ personId: _id, code, fullName, villageCode: village, ...row }) => {
      const { occupationGroup, asOf: _asOf, ...rest } = row;
      return {
        person: showPerson(actor.role, { code, fullName, villageCode: village, occupationGroup }),
        ...rest,
      };
    });
    return { ...found, rows, today, groups };
  },
);
