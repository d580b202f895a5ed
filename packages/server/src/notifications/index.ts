export type { Notice } from "./notification.store.ts";
export { notify } from "./notify.ts";
export { notificationsFeature } from "./feature.ts";
