/**
 * First pages ask for the same counts over and over: an answer stands until something is written in this process. As another process may
 * have written, after so many milliseconds it is counted anew, while whoever asks is given the one of before; an older one than the second
 * bound is waited for.
 */
const freshMillis = 5_000;
const mostMillis = 20_000;
const mostKept = 1_000;

type Kept = { readonly answer: Promise<unknown>; readonly madeAt: number; isRenewed: boolean };
type Answers = Map<string, Kept>;

const kept = new WeakMap<object, Answers>();

/** The answer to a question of one database, where it still stands; `make` is asked once however many wait for it. */
export function keptAnswer<A>(db: object, question: string, make: () => Promise<A>): Promise<A> {
  const answers: Answers = kept.get(db) ?? new Map();
  kept.set(db, answers);
  const found = answers.get(question);
  const age = found === undefined ? Infinity : performance.now() - found.madeAt;
  if (found === undefined || age >= mostMillis) return ask(answers, question, make);
  if (age >= freshMillis && !found.isRenewed) renew(answers, question, { found, make });
  return found.answer as Promise<A>;
}

function ask<A>(answers: Answers, question: string, make: () => Promise<A>): Promise<A> {
  if (answers.size >= mostKept) answers.clear();
  const own: Kept = { madeAt: performance.now(), answer: begin(make), isRenewed: false };
  const answer = own.answer as Promise<A>;
  answers.set(question, own);
  // What failed is asked again; whoever waited for it is told.
  answer.catch(() => answers.get(question) === own && answers.delete(question));
  return answer;
}

type Renewing = { readonly found: Kept; readonly make: () => Promise<unknown> };

function renew(answers: Answers, question: string, { found, make }: Renewing): void {
  found.isRenewed = true;
  // As old as the moment at which the counting began: what is written meanwhile is not in it.
  const madeAt = performance.now();
  const answer = begin(make);
  answer.then(
    () => {
      // What was forgotten meanwhile stays forgotten.
      const isStanding = answers.get(question) === found;
      if (isStanding) answers.set(question, { answer, madeAt, isRenewed: false });
    },
    () => answers.get(question) === found && answers.delete(question),
  );
}

/** What fails before it begins fails like anything else. */
const begin = async <A>(make: () => Promise<A>): Promise<A> => make();

/** Something was written: nothing that was counted before stands. */
export function forgetAnswers(db: object): void {
  kept.get(db)?.clear();
}
