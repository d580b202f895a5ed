import { civilDate, type CivilDate } from "#time";

/** How many days before the stricter last day somebody is told, for days from `from` on; the fewest first. */
type ThresholdRow = {
  readonly from: CivilDate;
  readonly days: readonly number[];
  /** A worker within so many days counts as urgent: a task, a finding, a line of the weekly letter. */
  readonly urgent: number;
  readonly mark: "from-memory";
  readonly isConfirmed: boolean;
};

/**
 * A practice of ours and no rule of law: 90 days let a new payer be found, 60 one bill be paid, 30 is the notice, 7 the last call.
 * The city has not confirmed them. Another practice is another row with its own first day.
 */
const rows: readonly ThresholdRow[] = [
  {
    from: civilDate("2019-12-02"),
    days: [7, 30, 60, 90],
    urgent: 30,
    mark: "from-memory",
    isConfirmed: false,
  },
];

export type Thresholds = Omit<ThresholdRow, "mark">;

/** The thresholds that hold on a day; before the first row those of the first. */
export function thresholdsOn(day: CivilDate): Thresholds {
  return rows.findLast(({ from }) => from <= day) ?? rows[0]!;
}
