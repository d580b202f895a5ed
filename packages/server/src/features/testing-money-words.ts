/** Of payroll: what a reader saw, typed or sent. */
export const payrollWords = {
  fingerprint: "00",
  form: "all",
  count: 1,
  sum: 8400,
  rupiah: 8400,
  sentOn: "2026-11-01",
  arrivedOn: "2026-11-01",
  bank: "nagari",
  slip: null,
  fromNumber: 0,
  columns: [],
  decisions: [],
};

/** What groups, bills and payers are asked for. */
export const moneyWords = {
  scenarioCode: "RC-2222-22",
  otherScenarioCode: "RC-3333-33",
  phone: "0751123456",
  whatsapp: "",
  draft: "sk",
  paper: "a4",
  draftFormat: "word",
  paymentNumber: "SP2D-1",
  paidRupiah: 100_000,
  paidOn: "2026-11-01",
  lastMonth: "2026-12",
  groupKey: "asn-sc",
  billCode: "632309048826",
  billedRupiah: 8_400,
  difference: "billed",
  rupiah: 1,
  billAnswer: "paid-as-billed",
  groupNumber: "15070955",
  agreement: "PKS/12/2026",
  agreedFrom: null,
  agreedUntil: null,
  refundAnswer: "refused",
  untilDay: "2026-12-01",
  doubleAnswer: "keep-ours",
  pasted: "1;2;3",
  toPayerId: null,
  budgetRupiah: 8_400,
  heads: 1,
  contact: "",
};

/** Of what villages promise. */
export const commitmentWords = {
  year: 2027,
  lines: [{ group: "kader", heads: 1, months: 12, source: "apbd" }],
  intent: "draft",
  group: "kader",
  people: 3,
  rules: {},
  step: "withdraw",
  fits: false,
  paperNumber: "1",
  paperOn: "2026-11-01",
  scan: null,
  stage: "draft",
  said: {},
  seen: "0",
  reply: "uji",
};

export const pairWords = {
  paidMonths: 12,
  proposesPairs: false,
  pairQuestion: {
    weights: { priority: 1, wishes: 1, near: 1 },
    mostPerSponsor: null,
    onlyUrgent: false,
  },
};
