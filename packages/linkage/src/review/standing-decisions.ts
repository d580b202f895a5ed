/** One answer of a person about a pair. */
export type Verdict = (typeof verdicts)[number];
/** What a person can answer about a pair. */
export const verdicts = ["same", "different", "cannot-tell", "data-error"] as const;

/** One answer of one person about one pair. Facts are only ever added: whoever changes their mind adds another. */
export type Decision = {
  leftId: string;
  rightId: string;
  verdict: Verdict;
  /** Which field is wrong, with `data-error`. */
  field?: string;
  reviewer: string;
  /** An arbiter settles what reviewers disagree about. */
  role?: "reviewer" | "arbiter";
  /** Instant as ISO text; orders a reviewer's answers. */
  at: string;
  reason?: string;
};

/** What stands about a pair: settled, still open (too few answers), or in conflict (reviewers differ, no arbiter yet). */
export type StandingDecision = {
  leftId: string;
  rightId: string;
  state: "settled" | "open" | "conflict";
  /** Absent in a conflict. */
  verdict?: Verdict;
  field?: string;
  reviewers: string[];
};

/**
 * The rule of what stands: of each person the last answer counts; an arbiter's answer settles the pair; otherwise it is
 * settled when `reviewers` (2 unless told) different people say the same, and in conflict as soon as two differ.
 * One row per pair, in order of first answer.
 */
export function standingDecisions(
  decisions: readonly Decision[],
  options: { reviewers?: number } = {},
): StandingDecision[] {
  const byPair = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const key = JSON.stringify([decision.leftId, decision.rightId]);
    const known = byPair.get(key);
    if (known) known.push(decision);
    else byPair.set(key, [decision]);
  }
  return [...byPair.values()].map((answers) => standingOf(answers, options.reviewers ?? 2));
}

function standingOf(answers: readonly Decision[], needed: number): StandingDecision {
  const inOrder = answers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = new Map<string, Decision>();
  for (const answer of inOrder) {
    const person = `${answer.role ?? "reviewer"} ${answer.reviewer}`;
    last.delete(person);
    last.set(person, answer);
  }
  const latest = [...last.values()];
  const { leftId = "", rightId = "" } = answers[0] ?? {};
  const head = { leftId, rightId, reviewers: [...new Set(latest.map((answer) => answer.reviewer))] };
  const arbiter = latest.findLast((answer) => answer.role === "arbiter");
  if (arbiter) return { ...head, state: "settled", ...saidBy(arbiter) };
  const [first] = latest;
  if (!first || latest.some((answer) => answer.verdict !== first.verdict))
    return { ...head, state: "conflict" };
  return { ...head, state: latest.length >= needed ? "settled" : "open", ...saidBy(first) };
}

const saidBy = ({ verdict, field }: Decision): { verdict: Verdict; field?: string } =>
  field === undefined ? { verdict } : { verdict, field };
