import {
  defaultRegistrationSettings,
  latestMinimumBase,
  type RegistrationSettings,
  type Setting,
} from "@tuwai/domain/contributions";

/**
 * What offices have not answered yet about enrolling:
 * - `wadah-for-asn`: under which group code pooled money of civil servants is entered at BPJS.
 * - `bpjs-branch`: the branch packets are addressed to; the scope of its officers' appointments.
 * - `enrolment-wage-base-rupiah`: monthly income reported for a worker whom others pay for (the lowest base).
 * - `deduction-lock-day`: until which day of a month a stop still counts for that month.
 * - `registration-age-from`, `registration-age-below`: ages BPJS takes at registration.
 */
export type EnrolmentSettings = RegistrationSettings & {
  "wadah-for-asn": Setting<string>;
  "bpjs-branch": Setting<string>;
  "enrolment-wage-base-rupiah": Setting<number>;
  "deduction-lock-day": Setting<number>;
};

export const defaultEnrolmentSettings: EnrolmentSettings = {
  "wadah-for-asn": { value: "SG", confirmed: false },
  "bpjs-branch": { value: "cabang", confirmed: false },
  "enrolment-wage-base-rupiah": { value: latestMinimumBase, confirmed: false },
  "deduction-lock-day": { value: 20, confirmed: false },
  ...defaultRegistrationSettings,
};

/** Where the default comes from, or who has to answer. */
export const enrolmentSettingSources: { readonly [Name in keyof EnrolmentSettings]: string } = {
  "wadah-for-asn": "BPJS-TK: SG for government groups; whether pooled ASN money belongs there is open",
  "bpjs-branch": "set by the city",
  "enrolment-wage-base-rupiah": "PP 44/2015 Annex II, lowest base; which base the branch wants is open",
  "deduction-lock-day": "set by the city with BPKAD",
  "registration-age-from": "BPJS-TK practice: holders of a KTP; open",
  "registration-age-below": "BPJS-TK practice: below 65 at registration; open",
};
