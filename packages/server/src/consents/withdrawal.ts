/** Who said it: for a child or somebody under guardianship the guardian, else who was given the power to. */
export const withdrawalTellers = ["self", "guardian", "representative"] as const;
export type WithdrawalTeller = (typeof withdrawalTellers)[number];

export const withdrawalWays = ["in-person", "call", "message", "letter"] as const;
export type WithdrawalWay = (typeof withdrawalWays)[number];

/** How somebody says yes again. */
export const consentWays = ["written", "spoken"] as const;
export type ConsentWay = (typeof consentWays)[number];
