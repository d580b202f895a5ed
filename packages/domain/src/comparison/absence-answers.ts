/** What a sender may say of somebody whom the new list no longer names. */
export const absenceAnswers = ["still-here", "moved", "died", "no-longer-works", "unknown"] as const;
export type AbsenceAnswer = (typeof absenceAnswers)[number];
