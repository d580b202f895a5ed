export { listTasks, type Task, type TaskCode, type TaskTarget } from "./list-tasks.ts";
