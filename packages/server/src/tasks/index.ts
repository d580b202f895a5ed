export { listTasks, type Task } from "./list-tasks.ts";
export { type TaskSource, taskSources } from "./task-source.ts";
