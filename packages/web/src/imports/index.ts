export { importTasks } from "./import-tasks.ts";
