/**
 * First pages ask for the same counts over and over: an answer stands until something is written in this process, or for so many
 * milliseconds, as another process may have written.
 */
const millis = 5_000;
const mostKept = 1_000;

type Kept = { readonly answer: Promise<unknown>; readonly madeAt: number };

const kept = new WeakMap<object, Map<string, Kept>>();

/** The answer to a question of one database, where it still stands; `make` is asked once however many wait for it. */
export function keptAnswer<A>(db: object, question: string, make: () => Promise<A>): Promise<A> {
  const answers = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, answers);
  const found = answers.get(question);
  if (found !== undefined && performance.now() - found.madeAt < millis) return found.answer as Promise<A>;
  if (answers.size >= mostKept) answers.clear();
  const own: Kept = { answer: make(), madeAt: performance.now() };
  answers.set(question, own);
  // What failed is asked again; whoever waited for it is told.
  own.answer.catch(() => answers.get(question) === own && answers.delete(question));
  return own.answer as Promise<A>;
}

/** Something was written: nothing that was counted before stands. */
export function forgetAnswers(db: object): void {
  kept.get(db)?.clear();
}
