/** The four steps by which a village's list is joined with the poverty data, in their order. */
export const joinedTicks = ["sent", "linked", "answered", "endorsed"] as const;
export type JoinedTicks = Readonly<Record<(typeof joinedTicks)[number], boolean>>;

type Known = {
  readonly isSent: boolean;
  readonly people: number;
  readonly linked: number;
  readonly questions: number;
  readonly isEndorsed: boolean;
};

/** Which steps a village has taken; questions are answered only where the list was linked, as before there are none. */
export function ticksOf({ isSent, people, linked, questions, isEndorsed }: Known): JoinedTicks {
  const isLinked = isSent && people > 0 && linked > 0;
  return { sent: isSent, linked: isLinked, answered: isLinked && questions === 0, endorsed: isEndorsed };
}
