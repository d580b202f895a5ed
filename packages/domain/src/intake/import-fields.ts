export const importKinds = [
  "village-list",
  "dtsen",
  "bpjs-members",
  "civil-servants",
  "village-officers",
  "enrolment-result",
  "bpjs-receipts",
  "deaths",
] as const;

export type ImportKind = (typeof importKinds)[number];

/** How the text of a field is read. The readers stand in `read-values.ts`. */
export type ValueKind =
  | "nik"
  | "head-nik"
  | "family-card"
  | "nip"
  | "kpj"
  | "code"
  | "phone"
  | "name"
  | "text"
  | "date"
  | "place-date"
  | "sex"
  | "sex-tick"
  | "occupation"
  | "amount"
  | "count"
  | "decile"
  | "yes-no"
  | "month"
  | "village"
  | "member-status"
  | "member-segment"
  | "result"
  | "servant-status"
  | "programmes"
  | "life-status"
  | "row-number";

/** Every field any kind of file can hold, with the way its text is read. */
export const fieldKinds = {
  rowNumber: "row-number",
  nik: "nik",
  headNik: "head-nik",
  familyCard: "family-card",
  name: "name",
  birthPlace: "text",
  birthDate: "date",
  birthPlaceDate: "place-date",
  sex: "sex",
  maleTick: "sex-tick",
  femaleTick: "sex-tick",
  occupation: "occupation",
  address: "text",
  hamlet: "text",
  rt: "text",
  rw: "text",
  village: "village",
  kecamatan: "text",
  phone: "phone",
  motherName: "name",
  heirName: "name",
  heirRelation: "text",
  income: "amount",
  note: "text",
  lifeStatus: "life-status",
  decile: "decile",
  pkh: "yes-no",
  bpnt: "yes-no",
  kpj: "kpj",
  npp: "code",
  memberStatus: "member-status",
  segment: "member-segment",
  programmes: "programmes",
  startsOn: "date",
  paidThrough: "month",
  nip: "nip",
  rank: "text",
  position: "text",
  unit: "text",
  office: "text",
  servantStatus: "servant-status",
  retiresOn: "date",
  decree: "text",
  decreeOn: "date",
  personCode: "code",
  result: "result",
  reason: "text",
  resultOn: "date",
  month: "month",
  until: "month",
  monthCount: "count",
  amount: "amount",
  paidOn: "date",
  billingCode: "code",
  diedOn: "date",
} as const satisfies Record<string, ValueKind>;

export type FieldName = keyof typeof fieldKinds;

type KindFields = {
  readonly fields: readonly FieldName[];
  /** Each group needs at least one mapped column; without it the mapping is asked for. */
  readonly required: readonly (readonly FieldName[])[];
  /** Of each group every row must say at least one. A registry row lives on what it has: NIK or family card. */
  readonly rowNeeds: readonly (readonly FieldName[])[];
  /** What makes two rows of one file speak of the same thing: the first identity a row has, and the rest with it. */
  readonly sameWhen: readonly FieldName[];
  /** Registry files stream up to 1,000,000 rows; village files keep to 20,000. */
  readonly size: "village" | "registry";
  /**
   * Whether a wrong cell is mended here by the office that sent the list. What BPJS states of members, enrolments and receipts is
   * evidence: it is mended where it comes from and sent again (decision 0022).
   */
  readonly mending: "here" | "at-source";
};

/**
 * Which fields each kind of file may hold. Columns outside this list are shown as unused and not stored: of DTSEN only
 * NIK, family card, decile and the two kinds of aid that a policy may exclude are kept (UU PDP 27/2022, minimisation); name, birth date, sex and village serve linking, and of
 * the occupation the group of work alone is kept (decision 0045).
 */
export const importFields: Readonly<Record<ImportKind, KindFields>> = {
  "village-list": {
    fields: [
      "rowNumber", "nik", "familyCard", "name", "birthPlace", "birthDate", "birthPlaceDate", "sex", "maleTick", "femaleTick", "occupation",
      "address", "hamlet", "rt", "rw", "village", "kecamatan", "phone", "motherName", "heirName", "heirRelation", "income", "note",
      "lifeStatus", "personCode",
    ],
    required: [["nik"], ["name"]],
    rowNeeds: [["name"]],
    sameWhen: ["nik"],
    size: "village",
    mending: "here",
  },
  dtsen: {
    fields: ["rowNumber", "nik", "headNik", "familyCard", "decile", "pkh", "bpnt", "name", "birthDate", "sex", "maleTick", "femaleTick", "occupation", "village"],
    // Social offices hand out lists of NIK and name alone, and of family card, head's NIK and decile.
    required: [["nik", "headNik", "familyCard"]],
    rowNeeds: [["nik", "familyCard"]],
    sameWhen: ["nik"],
    size: "registry",
    mending: "here",
  },
  "bpjs-members": {
    fields: [
      "rowNumber", "kpj", "nik", "name", "birthPlace", "birthDate", "birthPlaceDate", "sex", "maleTick", "femaleTick", "motherName", "address",
      "village", "kecamatan", "phone", "npp", "segment", "memberStatus", "programmes", "startsOn", "paidThrough", "occupation",
    ],
    required: [["nik", "kpj"], ["name"], ["memberStatus", "paidThrough"]],
    rowNeeds: [["nik", "kpj"], ["name"], ["memberStatus", "paidThrough"]],
    sameWhen: ["kpj", "nik"],
    size: "registry",
    mending: "at-source",
  },
  "civil-servants": {
    fields: [
      "rowNumber", "nip", "nik", "name", "birthPlace", "birthDate", "birthPlaceDate", "sex", "maleTick", "femaleTick", "rank", "position", "unit",
      "office", "servantStatus", "retiresOn", "phone",
    ],
    required: [["nip"], ["name"], ["office", "unit"]],
    rowNeeds: [["nip"], ["name"]],
    sameWhen: ["nip"],
    size: "registry",
    mending: "here",
  },
  "village-officers": {
    fields: [
      "rowNumber", "nik", "familyCard", "name", "birthPlace", "birthDate", "birthPlaceDate", "sex", "maleTick", "femaleTick", "position", "village",
      "kecamatan", "address", "phone", "motherName", "decree", "decreeOn", "income", "note", "lifeStatus",
    ],
    required: [["nik"], ["name"], ["position"]],
    rowNeeds: [["name"], ["position"]],
    sameWhen: ["nik"],
    size: "village",
    mending: "here",
  },
  "enrolment-result": {
    fields: ["rowNumber", "personCode", "nik", "name", "kpj", "result", "reason", "resultOn", "npp"],
    required: [["nik", "personCode"], ["result"]],
    rowNeeds: [["nik", "personCode"], ["result"]],
    sameWhen: ["personCode", "nik"],
    size: "village",
    mending: "at-source",
  },
  "bpjs-receipts": {
    fields: [
      "rowNumber", "kpj", "nik", "personCode", "name", "month", "until", "monthCount", "amount", "paidOn", "billingCode", "programmes", "npp",
    ],
    required: [["nik", "kpj", "personCode"], ["month"], ["amount"]],
    rowNeeds: [["nik", "kpj", "personCode"], ["month"], ["amount"]],
    sameWhen: ["kpj", "nik", "personCode", "month", "programmes"],
    size: "village",
    mending: "at-source",
  },
  // Of the dead of a whole city only what tells whether one of them is a worker of ours.
  deaths: {
    fields: ["rowNumber", "nik", "name", "birthPlaceDate", "birthDate", "sex", "maleTick", "femaleTick", "village", "diedOn"],
    required: [["nik", "name"], ["diedOn"]],
    rowNeeds: [["nik", "name"], ["diedOn"]],
    sameWhen: ["nik", "name", "birthDate"],
    size: "village",
    mending: "at-source",
  },
}; // oxfmt-ignore
