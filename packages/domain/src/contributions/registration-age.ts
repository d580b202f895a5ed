/** Ages, in whole years, at which BPJS-TK takes a worker: practice, not read in an instrument, unconfirmed (domain.md 3.4). */
export const registrationAge = { from: 17, below: 65 } as const;
