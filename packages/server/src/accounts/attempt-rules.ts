/** How fast guesses may come (ASVS 5.0, 6.1.1 and 6.3.1): some are free, then one waits, twice as long each time, up to a bound. */
export type AttemptLimit = { readonly free: number; readonly first: number; readonly longest: number };

/** One account from one address: somebody who mistypes, or somebody at that desk who guesses. Seconds. */
export const pairLimit: AttemptLimit = { free: 5, first: 30, longest: 15 * 60 };

/** One account from everywhere, within an hour: many machines that guess together. Short at most, as it must not shut the owner out. */
export const accountLimit: AttemptLimit = { free: 30, first: 60, longest: 5 * 60 };

/** Accounts that fail at one address within a quarter of an hour; an office of fifty has its bad mornings. */
export const addressLimit: AttemptLimit = { free: 40, first: 60, longest: 15 * 60 };

/** Seconds to wait after so many failures. */
export function waitAfter(failures: number, { free, first, longest }: AttemptLimit): number {
  return failures < free ? 0 : Math.min(longest, first * 2 ** Math.min(20, failures - free));
}

export type Tried = {
  /** Seconds that this account must still wait at this address. */
  readonly pairWait: number;
  /** This account proved itself from this address lately: what others do is not held against it. */
  readonly isKnownHere: boolean;
  readonly account: { readonly failures: number; readonly secondsSince: number };
  readonly address: { readonly failures: number; readonly secondsSince: number };
};

/** Seconds until the next attempt is looked at; 0: now. */
export function waitFor(tried: Tried): number {
  if (tried.isKnownHere || tried.pairWait > 0) return Math.ceil(tried.pairWait);
  const left = ({ failures, secondsSince }: Tried["account"], limit: AttemptLimit) =>
    waitAfter(failures, limit) - secondsSince;
  return Math.max(
    0,
    Math.ceil(left(tried.account, accountLimit)),
    Math.ceil(left(tried.address, addressLimit)),
  );
}
