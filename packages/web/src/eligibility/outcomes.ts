/** Words of the address, which stay Indonesian in both languages. */
const outcomeWords = {
  layak: "eligible",
  "belum-lengkap": "undetermined",
  "tidak-layak": "ineligible",
} as const;

export type Outcome = (typeof outcomeWords)[keyof typeof outcomeWords];

export const outcomes = Object.entries(outcomeWords).map(([word, outcome]) => ({ word, outcome }));
