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
