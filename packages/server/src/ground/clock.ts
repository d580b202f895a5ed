import { type CivilDate, jakartaDate } from "@tuwai/domain/time";

/**
 * The clock every rule reads. Business dates are civil dates of Asia/Jakarta; instants are UTC milliseconds. In production it
 * is the machine's; a demo city and the tests keep their moment in the database, and `follow` hears it at each transaction.
 */
export type Clock = {
  readonly now: () => Date;
  readonly today: () => CivilDate;
  /** The moment the database keeps; null where real time holds. */
  readonly follow: (fixed: Date | null) => void;
};

/** A clock that stands at `fixed` until it is told another moment; with null it runs with the machine. */
export function makeClock(fixed: Date | null): Clock {
  let kept = fixed;
  const now = () => kept ?? new Date();
  return {
    now,
    today: () => jakartaDate(now().getTime()),
    follow: (moment) => {
      kept = moment;
    },
  };
}
