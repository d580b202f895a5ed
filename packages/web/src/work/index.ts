export type { Task, TaskSource } from "./task.ts";
