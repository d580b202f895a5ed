import {
  defaultRegistrationSettings,
  latestMinimumBase,
  type RegistrationSettings,
  type Setting,
} from "@tuwai/domain/contributions";

/**
 * What offices have not answered yet about enrolling:
 * - `wadah-for-asn`, `-apbd`, `-apbdes`, `-csr`: under which group code that money is entered at BPJS. Each default agrees with the
 *   price it is billed at (PP 50/2025 art. 3 gives public money no relief); a code that does not is shown in red.
 * - `bpjs-branch`: the branch packets are addressed to; the scope of its officers' appointments.
 * - `enrolment-wage-base-rupiah`: monthly income reported for a worker whom others pay for (the lowest base).
 * - `deduction-lock-day`: until which day of a month a stop still counts for that month.
 * - `registration-age-from`, `registration-age-below`: ages BPJS takes at registration.
 */
export type EnrolmentSettings = RegistrationSettings & {
  "wadah-for-asn": Setting<string>;
  "wadah-for-apbd": Setting<string>;
  "wadah-for-apbdes": Setting<string>;
  "wadah-for-csr": Setting<string>;
  "bpjs-branch": Setting<string>;
  "enrolment-wage-base-rupiah": Setting<number>;
  "deduction-lock-day": Setting<number>;
};

export const defaultEnrolmentSettings: EnrolmentSettings = {
  "wadah-for-asn": { value: "SC", confirmed: false },
  "wadah-for-apbd": { value: "SG", confirmed: false },
  "wadah-for-apbdes": { value: "SD", confirmed: false },
  "wadah-for-csr": { value: "SC", confirmed: false },
  "bpjs-branch": { value: "cabang", confirmed: false },
  "enrolment-wage-base-rupiah": { value: latestMinimumBase, confirmed: false },
  "deduction-lock-day": { value: 20, confirmed: false },
  ...defaultRegistrationSettings,
};

/** Where the default comes from, or who has to answer. */
export const enrolmentSettingSources: { readonly [Name in keyof EnrolmentSettings]: string } = {
  "wadah-for-asn":
    "BPJS-TK process book p. 67: SC for private money; whether pooled ASN money belongs there is open",
  "wadah-for-apbd": "BPJS-TK process book p. 67: SG for government, SA for a village paid by APBD; open",
  "wadah-for-apbdes": "BPJS-TK process book p. 67: SD for a village paid by APBDes; open",
  "wadah-for-csr": "BPJS-TK process book p. 67: SC for firms; open",
  "bpjs-branch": "set by the city",
  "enrolment-wage-base-rupiah": "PP 44/2015 Annex II, lowest base; which base the branch wants is open",
  "deduction-lock-day": "set by the city with BPKAD",
  "registration-age-from": "BPJS-TK practice: holders of a KTP; open",
  "registration-age-below": "BPJS-TK practice: below 65 at registration; open",
};
