export { countedOnce } from "./counted-once.ts";
export { listTasks, type Task } from "./list-tasks.ts";
export { type TaskSource, taskSources } from "./task-source.ts";
export { getOutlook, type Outlook } from "./get-outlook.ts";
export {
  type DeadlineSource,
  deadlineSources,
  type FigureSource,
  figureSources,
  type FirstStepSource,
  firstStepSources,
  type Held,
  type WaitSource,
  waitSources,
} from "./outlook-source.ts";
