import type { Actor, App } from "@tuwai/server/app";
import type { Language } from "#language/language.ts";

/** One thing that waits for the reader: a finished sentence, where to do it, and the word on the button. */
export type Task = {
  readonly id: string;
  readonly text: string;
  /** Reason, deadline or effort, in a few words. */
  readonly note?: string;
  readonly href: string;
  readonly action: string;
};

/** One kind of a feature's tasks, told one by one. */
export type TaskSource = (app: App, actor: Actor, language: Language) => Promise<readonly Task[]>;

/** How a number of things that wait becomes a sentence. */
type CountedTask = {
  /** Where it is done. */
  readonly path: string;
  /** Where the first of them is done, by what the server calls it. */
  readonly pathOf?: (where: string) => string;
  /** As measured by sitting beside people or, until then, as interface.md D2 aims at. */
  readonly secondsEach: number;
  readonly words: (language: Language) => TaskWords;
};

type TaskWords = {
  readonly text: (count: string) => string;
  readonly why: string;
  readonly action: string;
};

/** What the server counted, told one by one: each with its own name and address. */
type NamedTask = { readonly each: TaskSource };

/** What a feature's door gives for the codes that the server counts for it: a sentence for the number, or one for each. */
export type CountedTasks = Readonly<Record<string, CountedTask | NamedTask>>;
