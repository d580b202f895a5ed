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

/** A feature's tasks for an actor; it answers with none for roles it has nothing for. */
export type TaskSource = (app: App, actor: Actor, language: Language) => Promise<readonly Task[]>;
