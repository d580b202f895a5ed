import type { Role } from "#app";

/**
 * full · initials · phone (last three digits) · last3 · year · draft (the author, before submission) · unmask (one record
 * at a time, logged) · own · packet (only inside a packet addressed to the branch) · type · consent · explained.
 */
const maskByCode = {
  F: "full",
  I: "initials",
  M: "phone",
  L: "last3",
  Y: "year",
  e: "draft",
  u: "unmask",
  U: "own",
  p: "packet",
  t: "type",
  c: "consent",
  s: "explained",
} as const;

type MaskCode = keyof typeof maskByCode;

/** How a role sees a field; null: the key is absent from the answer. */
export type FieldMask = (typeof maskByCode)[MaskCode] | null;

/** Fields of a person, and how each role sees them (reliability.md B.2). A role that is not named sees nothing. */
// One line a row, to be read as a table.
// oxfmt-ignore
export const fieldMasks = {
  worker_code: { WRK: "F", SPN: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  given_name: { WRK: "F", OPR: "F", KDS: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "F", DPO: "F" },
  full_name: { WRK: "F", SPN: "I", OPR: "F", KDS: "F", CMT: "I", MGR: "F", DAT: "F", BPJ: "F", AUD: "I", DPO: "F" },
  nik: { WRK: "U", OPR: "e", MGR: "u", DAT: "u", BPJ: "p", AUD: "u", DPO: "u" },
  nik_status: { WRK: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "F", DPO: "F" },
  kk: { WRK: "U", OPR: "e", DAT: "u", DPO: "u" },
  mother_name: { OPR: "e", DAT: "u", BPJ: "p" },
  birth_date: { WRK: "F", OPR: "F", KDS: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "Y", DPO: "F" },
  age_band: { WRK: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "F", DPO: "F" },
  sex: { WRK: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "F", DPO: "F" },
  village: { WRK: "F", SPN: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  kecamatan: { WRK: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  address_detail: { WRK: "F", OPR: "F", KDS: "F", MGR: "F", DAT: "F", BPJ: "F" },
  phone: { WRK: "F", OPR: "F", KDS: "M", MGR: "M", DAT: "M", BPJ: "F", DPO: "M" },
  occupation_group: { WRK: "F", SPN: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", AUD: "F", DPO: "F" },
  occupation_text: { WRK: "F", OPR: "F", KDS: "F", MGR: "F", DAT: "F", BPJ: "F", DPO: "F" },
  desil: { WRK: "s", DAT: "F", DPO: "u" },
  eligible: { WRK: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", AUD: "F", DPO: "F" },
  coverage_status: { WRK: "F", SPN: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  paid_until: { WRK: "F", SPN: "F", OPR: "F", KDS: "F", CMT: "F", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  fund_source: { WRK: "F", OPR: "t", KDS: "t", CMT: "t", MGR: "F", DAT: "F", BPJ: "F", FIN: "F", AUD: "F", DPO: "F" },
  sponsor_name: { WRK: "c", SPN: "F", MGR: "F", BND: "F", BKP: "F", FIN: "F", AUD: "F" },
  claim_flag: { WRK: "F", SPN: "c", OPR: "F", KDS: "F", MGR: "F", BPJ: "F", AUD: "F", DPO: "F" },
  photo_ktp: { OPR: "e", DAT: "u" },
  bank_account: { WRK: "L", OPR: "e", BPJ: "p", FIN: "L", AUD: "L", DPO: "L" },
  consent_status: { WRK: "F", OPR: "F", KDS: "F", MGR: "F", DAT: "F", AUD: "F", DPO: "F" },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Role, MaskCode>>>>>;

export type PersonField = keyof typeof fieldMasks;

/** How a role sees a field of a person. */
export function maskOf(role: Role, field: PersonField): FieldMask {
  const codes: Readonly<Partial<Record<Role, MaskCode>>> = fieldMasks[field];
  const code = codes[role];
  return code === undefined ? null : maskByCode[code];
}
