export { listNotices } from "./list-notices.ts";
export type { Notice, ShownNotice } from "./notification.store.ts";
export { notify } from "./notify.ts";
export { notificationsFeature } from "./feature.ts";
