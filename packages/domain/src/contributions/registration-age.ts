import type { Setting } from "./price-settings.ts";

/** Ages, in whole years: from the first birthday, below the second. */
export type RegistrationAge = { readonly from: number; readonly below: number };

/** Ages at which BPJS-TK takes a worker: practice, not read in an instrument, unconfirmed (domain.md 3.4). */
export const registrationAge: RegistrationAge = { from: 17, below: 65 };

/** The same as the city's settings, the one place from which judging, packets and cover take them. */
export type RegistrationSettings = {
  "registration-age-from": Setting<number>;
  "registration-age-below": Setting<number>;
};

export const defaultRegistrationSettings: RegistrationSettings = {
  "registration-age-from": { value: registrationAge.from, confirmed: false },
  "registration-age-below": { value: registrationAge.below, confirmed: false },
};
