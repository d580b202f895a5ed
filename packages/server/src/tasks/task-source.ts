import type { Permission } from "#access";
import { part } from "#app";
import type { Step } from "#use-case";

/** Something that may wait for somebody, given by the feature in which it is done. */
export type TaskSource = {
  /** Names its words. */
  readonly code: string;
  /** Where it is done; a caller knows the address. */
  readonly target: string;
  /** The order in which a desk should work, lowest first: what others wait for comes before what only the desk waits for. */
  readonly urgency: number;
  /** Names the thing in which it waits first, or alone, where `target` is a list of many such things. */
  readonly where?: (step: Step) => Promise<string | undefined>;
  /** Who may do it; nobody else is asked to. */
  readonly permission: Permission;
  /** How much waits within the area of that permission, as the actor's own login sees it; never a person. */
  readonly count: (step: Step) => Promise<number>;
};

export const taskSources = part<TaskSource>("tasks");
