export { OperationField, readIds, readOperationId } from "./operation.tsx";
export { actorContext, appContext, forUseCase, getActor } from "./context.ts";
export { flash } from "./flash.ts";
export { useSite } from "./site.ts";
export { pageMeta } from "./page-meta.ts";
export { formText } from "./form-text.ts";
export type { Handle, PageAccess } from "./handle.ts";
export type { CountedTasks, Task, TaskSource } from "./task.ts";
