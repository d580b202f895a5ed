import type { Actor, App } from "@tuwai/server/app";
import type { TaskCode } from "@tuwai/server/tasks";
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

/** A feature's tasks for an actor; it answers with none for roles it has nothing for. */
export type TaskSource = (app: App, actor: Actor, language: Language) => Promise<readonly Task[]>;

/** How a number of things that wait becomes a sentence. A feature's door gives these for the codes it answers for. */
type CountedTask = {
  /** Where it is done. */
  readonly path: string;
  /** As measured by sitting beside people or, until then, as interface.md D2 aims at. */
  readonly secondsEach: number;
  readonly words: (language: Language) => TaskWords;
};

type TaskWords = {
  readonly text: (count: string) => string;
  readonly why: string;
  readonly action: string;
};

export type CountedTasks = Readonly<Partial<Record<TaskCode, CountedTask>>>;
